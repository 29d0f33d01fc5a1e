package org.openhall.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openhall.api.cases.ClockReading;
import org.openhall.api.cases.Desk.Count;
import org.openhall.api.cases.Desk.Query;
import org.openhall.api.cases.Desk.Row;
import org.openhall.api.cases.Filing.Accepted;
import org.openhall.api.paging.Page;
import org.openhall.api.users.Account;

/** The lists on an official's desk, on every database. */
abstract class DeskListsContract extends ParkingHall {

    @Test
    void openTasksComePageByPageByDueDate() {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            numbers.add(hall.filed(parking));
        }
        hall.storage.clock().set(Instant.parse("2026-11-23T01:00:00Z"));
        numbers.add(hall.filed(parking));

        List<String> seen = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Page<Row> page = list(hall.intake, "", "open", "", 2, after);
            page.entries().forEach(row -> seen.add(row.head().number()));
            after = page.next();
        } while (after.isPresent());
        assertThat(seen).containsExactlyElementsOf(numbers);
    }

    @Test
    void aRowCarriesTheClockOfItsStepElseOfTheCase() {
        String number = hall.filed(parking);
        ClockReading intake = list(hall.intake, "", "", "", 10, Optional.empty())
                .entries()
                .get(0)
                .clock();
        assertThat(intake.state()).isEqualTo(ClockReading.State.RUNNING);
        assertThat(intake.limit().days()).isEqualTo(2);

        hall.act(number, "accept", hall.intake);
        Row check =
                list(hall.review, "", "", "", 10, Optional.empty()).entries().get(0);
        assertThat(check.clock().limit().days()).isEqualTo(10);
        assertThat(check.task().due()).isEqualTo(check.clock().due());
    }

    @Test
    void mineAreThoseITookAndDoneThoseIClosed() {
        String first = hall.filed(parking);
        String second = hall.filed(parking);
        String third = hall.filed(parking);
        hall.desk.claim(hall.open(second, hall.intake).tasks().get(0).id(), hall.intake);
        hall.act(first, "accept", hall.intake);
        hall.storage.clock().advance(Duration.ofMinutes(1));
        hall.act(third, "accept", hall.intake);

        assertThat(numbers(list(hall.intake, "", "mine", "", 10, Optional.empty())))
                .containsExactly(second);
        Page<Row> done = list(hall.intake, "", "done", "", 1, Optional.empty());
        assertThat(numbers(done)).containsExactly(third);
        assertThat(numbers(list(hall.intake, "", "done", "", 1, done.next()))).containsExactly(first);
        assertThat(list(hall.review, "", "mine", "", 10, Optional.empty()).entries())
                .isEmpty();

        hall.storage.clock().advance(Duration.ofMinutes(1));
        hall.act(second, "accept", hall.intake);
        assertThat(list(hall.intake, "", "mine", "", 10, Optional.empty()).entries())
                .isEmpty();
        assertThat(numbers(list(hall.intake, "", "done", "", 1, Optional.empty())))
                .containsExactly(second);
    }

    @Test
    void aCaseIsFoundByNumberAndByTheBeginningOfAName() {
        Account bert = hall.accounts.citizen("100%真牛奶_店", true);
        String annas = hall.filed(parking);
        String berts = ((Accepted) hall.file(hall.filled(parking, bert))).number();

        assertThat(numbers(list(hall.intake, "", "", annas, 10, Optional.empty())))
                .containsExactly(annas);
        assertThat(numbers(list(hall.intake, "", "", "100%", 10, Optional.empty())))
                .containsExactly(berts);
        assertThat(numbers(list(hall.intake, "", "", "安", 10, Optional.empty())))
                .containsExactly(annas);
        assertThat(list(hall.intake, "", "", "%", 10, Optional.empty()).entries())
                .isEmpty();
        assertThat(list(hall.intake, "", "", "' or 1=1 --", 10, Optional.empty())
                        .entries())
                .isEmpty();
    }

    @Test
    void aNameIsFoundHoweverItsLettersAreTypedAndAmongWhatIsMineOrDone() {
        Account shop = hall.accounts.citizen("Ａlpha 牛奶店", true);
        String open = ((Accepted) hall.file(hall.filled(parking, shop))).number();
        String taken = ((Accepted) hall.file(hall.filled(parking, shop))).number();
        String done = ((Accepted) hall.file(hall.filled(parking, shop))).number();
        hall.filed(parking);
        hall.desk.claim(hall.open(taken, hall.intake).tasks().get(0).id(), hall.intake);
        hall.act(done, "accept", hall.intake);

        assertThat(numbers(list(hall.intake, "", "open", "ALPHA 牛", 10, Optional.empty())))
                .containsExactly(open, taken);
        assertThat(numbers(list(hall.intake, "", "mine", "alpha", 10, Optional.empty())))
                .containsExactly(taken);
        assertThat(numbers(list(hall.intake, "", "done", "ａｌｐｈａ", 10, Optional.empty())))
                .containsExactly(done);
        assertThat(numbers(list(hall.intake, "", "done", done, 10, Optional.empty())))
                .containsExactly(done);
        assertThat(numbers(list(hall.review, "", "open", "alpha", 10, Optional.empty())))
                .containsExactly(done);
        assertThat(list(hall.approve, "", "open", "alpha", 10, Optional.empty()).entries())
                .isEmpty();
    }

    @Test
    void nothingIsLeftOutOrShownTwiceWhenManyAreDueAtTheSameMoment() {
        Account both = hall.accounts.official("全能", TestHall.post("intake"), TestHall.post("review"));
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            numbers.add(hall.filed(parking));
        }
        hall.act(numbers.get(2), "accept", hall.intake);
        hall.act(numbers.get(5), "accept", hall.intake);
        hall.execute("update task set due_at = '2026-12-01 00:00:00Z', closed_at = case when is_open = true then null"
                + " else timestamp with time zone '2026-11-20 00:00:00Z' end");

        for (String words : List.of("", "安")) {
            assertThat(all(both, "open", words)).containsExactlyInAnyOrderElementsOf(numbers);
            assertThat(all(hall.intake, "done", words)).containsExactly(numbers.get(5), numbers.get(2));
        }
    }

    private List<String> all(Account official, String state, String words) {
        List<String> seen = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Page<Row> page = list(official, "", state, words, 2, after);
            page.entries().forEach(row -> seen.add(row.head().number()));
            after = page.next();
        } while (after.isPresent());
        return seen;
    }

    @Test
    void noMoreThanAThousandOfAKindAreCounted() {
        hall.filed(parking);
        for (int i = 0; i < 10; i++) {
            hall.execute(
                    "insert into task (case_id, step, post, department, region, desk, opened_at, due_at, is_open, name_key, clock)"
                            + " select case_id, step, post, department, region, desk, opened_at, due_at, is_open, name_key, clock from task");
        }

        Count count = hall.desk.counts(hall.intake).get("intake");
        assertThat(count).isEqualTo(new Count(0, Count.MOST, 0, 0));
        assertThat(count.more()).isTrue();
    }

    @Test
    void aStageShowsOnePostOnly() {
        Account both = hall.accounts.official("全能", TestHall.post("intake"), TestHall.post("review"));
        String first = hall.filed(parking);
        String second = hall.filed(parking);
        hall.act(second, "accept", hall.intake);

        assertThat(numbers(list(both, "", "", "", 10, Optional.empty()))).containsExactlyInAnyOrder(first, second);
        assertThat(numbers(list(both, "review", "", "", 10, Optional.empty()))).containsExactly(second);
        assertThat(list(both, "approve", "", "", 10, Optional.empty()).entries())
                .isEmpty();
    }

    @Test
    void tasksAreCountedByUrgency() {
        Account both = hall.accounts.official("全能", TestHall.post("intake"), TestHall.post("review"));
        String first = hall.filed(parking);
        hall.filed(parking);

        // Two working days from Friday: due on Tuesday, which is within three working days.
        assertThat(hall.desk.counts(both).get("intake")).isEqualTo(new Count(0, 2, 0, 0));
        hall.act(first, "accept", hall.intake);
        assertThat(hall.desk.counts(both).get("review")).isEqualTo(new Count(0, 0, 1, 0));
        hall.act(first, "ask", hall.review);
        assertThat(hall.desk.counts(both).get("review")).isEqualTo(new Count(0, 0, 0, 1));

        hall.storage.clock().set(Instant.parse("2026-11-24T03:00:00Z"));
        assertThat(hall.desk.counts(both).get("intake")).isEqualTo(new Count(1, 0, 0, 0));
        assertThat(hall.desk.counts(both).get("intake").total()).isEqualTo(1);
        assertThat(hall.desk.counts(hall.approve).get("approve")).isEqualTo(new Count(0, 0, 0, 0));
        assertThat(hall.desk.counts(hall.anna)).isEmpty();
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> list(hall.intake, "", "open", "", 101, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> list(hall.intake, "", "all", "", 10, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> list(hall.intake, "", "open", "", 10, Optional.of("nonsense")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Page<Row> list(
            Account official, String stage, String state, String words, int limit, Optional<String> after) {
        return hall.desk.tasks(official, new Query(stage, state, words, limit, after));
    }

    private static List<String> numbers(Page<Row> page) {
        return page.entries().stream().map(row -> row.head().number()).toList();
    }
}
