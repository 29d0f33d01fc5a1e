package org.openhall.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openhall.api.cases.CaseFile;
import org.openhall.api.cases.CaseHead;
import org.openhall.api.cases.Cases.Progress;
import org.openhall.api.cases.Cases.TooMany;
import org.openhall.api.cases.Cases.Unknown;
import org.openhall.api.cases.Filing.Accepted;
import org.openhall.api.paging.Page;
import org.openhall.api.users.Account;

/** What applicants and passers-by see of cases, on every database. */
abstract class CasesContract extends ParkingHall {

    private static final String HERE = "192.0.2.1";

    @Test
    void casesAreListedPageByPageNewestFirst() {
        String first = hall.filed(parking);
        String second = hall.filed(parking);
        String third = hall.filed(parking);

        Page<CaseHead> page = hall.cases.list(hall.anna, 2, Optional.empty());
        assertThat(numbers(page)).containsExactly(third, second);
        assertThat(numbers(hall.cases.list(hall.anna, 2, page.next()))).containsExactly(first);
    }

    @Test
    void anUnverifiedPartysCasesAreSeenByWhoFiledThemOnly() {
        Account agent = hall.accounts.citizen("代办", true);
        hall.accounts.mandate(agent, hall.anna.id());
        String number = hall.filed(parking);

        assertThat(numbers(hall.cases.list(agent, 10, Optional.empty()))).isEmpty();
        assertThat(hall.cases.find(number, agent)).isEmpty();
        assertThat(hall.cases.queryCode(number, agent)).isEmpty();
        assertThat(hall.cases.find(number, hall.anna)).isPresent();
    }

    @Test
    void aVerifiedPartysCasesAreSeenByAllWhoMayActForIt() {
        Account owner = hall.accounts.citizen("伯特", true);
        Account agent = hall.accounts.citizen("代办", false);
        hall.accounts.mandate(agent, owner.id());
        Account stranger = hall.accounts.citizen("路人", true);
        Accepted receipt = (Accepted) hall.file(hall.filled(parking, owner));

        assertThat(numbers(hall.cases.list(agent, 10, Optional.empty()))).containsExactly(receipt.number());
        assertThat(numbers(hall.cases.list(owner, 10, Optional.empty()))).containsExactly(receipt.number());
        assertThat(hall.cases.queryCode(receipt.number(), agent)).contains(receipt.queryCode());
        assertThat(hall.cases.find(receipt.number(), stranger)).isEmpty();
        assertThat(hall.cases.list(stranger, 10, Optional.empty()).entries()).isEmpty();
    }

    @Test
    void numberAndCodeShowHowFarACaseIsWithoutPersonalData() {
        Accepted receipt = (Accepted) hall.file(hall.filled(parking, hall.anna));
        hall.act(receipt.number(), "accept", "材料齐全", hall.intake);
        String typed = receipt.queryCode().toLowerCase().replace("-", " ");

        Progress progress = (Progress) hall.cases.progress(" " + receipt.number(), typed, HERE);

        assertThat(progress.steps()).containsExactly("intake", "check");
        assertThat(progress.head().partyName()).isEqualTo("安＊");
        assertThat(progress.head().filedBy()).isEqualTo("安＊");
        assertThat(progress.events()).extracting(CaseFile.Event::actor).containsOnly("");
        assertThat(progress.events()).extracting(CaseFile.Event::opinion).containsOnly("");
        assertThat(progress.clock().due()).isPresent();
    }

    @Test
    void aWrongCodeAndAWrongNumberLookTheSame() {
        Accepted receipt = (Accepted) hall.file(hall.filled(parking, hall.anna));

        assertThat(hall.cases.progress(receipt.number(), "0000-0000-0000", HERE))
                .isEqualTo(new Unknown());
        assertThat(hall.cases.progress("20261120-999999", receipt.queryCode(), HERE))
                .isEqualTo(new Unknown());
        assertThat(hall.cases.progress("20261120-999999", "0000-0000-0000", HERE))
                .isEqualTo(new Unknown());
    }

    @Test
    void whoTriedBeforeTheClockWentBackDoesNotWaitForItsTime() {
        Accepted receipt = (Accepted) hall.file(hall.filled(parking, hall.anna));
        hall.storage.clock().advance(Duration.ofHours(30));
        for (int i = 0; i < 3; i++) {
            hall.cases.progress(receipt.number(), "wrong", HERE);
        }
        hall.storage.clock().advance(Duration.ofHours(-30));

        assertThat(hall.cases.progress(receipt.number(), receipt.queryCode(), HERE))
                .isInstanceOf(Progress.class);
    }

    @Test
    void afterThreeWrongTriesAnAddressHasToWait() {
        Accepted receipt = (Accepted) hall.file(hall.filled(parking, hall.anna));
        for (int i = 0; i < 3; i++) {
            hall.cases.progress(receipt.number(), "wrong", HERE);
        }

        assertThat(hall.cases.progress(receipt.number(), receipt.queryCode(), HERE))
                .isEqualTo(new TooMany(hall.storage.clock().instant().plus(Duration.ofMinutes(15))));
        assertThat(hall.cases.progress(receipt.number(), receipt.queryCode(), "192.0.2.2"))
                .isInstanceOf(Progress.class);

        hall.storage.clock().advance(Duration.ofMinutes(16));
        assertThat(hall.cases.progress(receipt.number(), receipt.queryCode(), HERE))
                .isInstanceOf(Progress.class);
    }

    private static List<String> numbers(Page<CaseHead> page) {
        return page.entries().stream().map(CaseHead::number).toList();
    }
}
