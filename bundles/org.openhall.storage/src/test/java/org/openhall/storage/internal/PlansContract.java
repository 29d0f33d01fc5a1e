package org.openhall.storage.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openhall.storage.Database;
import org.openhall.storage.testing.LargeHall;
import org.openhall.storage.testing.PlanWatch;
import org.openhall.storage.testing.TestStorage;

/** That the tests of all bundles see when a statement would read a large table from end to end, on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PlansContract {

    private LargeHall hall;
    private PlanWatch watch;

    abstract LargeHall hall();

    abstract TestStorage storage();

    @BeforeAll
    void open() {
        hall = hall();
        watch = PlanWatch.over(hall);
    }

    @Test
    void whatAnIndexAnswersIsFine() {
        for (String sql : List.of(
                "select csrf from session where token_hash = ?",
                "delete from session where created_at <= ?",
                "update hall_case set due_at = ? where id = ? and ended_at is null",
                "select id from task where case_id = ? order by id limit ?",
                "select id from account order by id fetch first 1 rows only")) {
            assertThat(watch.judge(sql)).as(sql).isEmpty();
        }
    }

    @Test
    void aTableOrAnIndexReadFromEndToEndIsFound() {
        for (String sql : List.of(
                "select id from account where name = ?",
                "select count(*) from case_event",
                "update task set is_open = ? where step = ?",
                "delete from session where last_seen <= ? or csrf = ?",
                "select id from hall_case where party_name = ? order by id limit ?",
                "select id from draft where version = ?",
                "select h.id from hall_case h join draft d on d.id = h.draft_id where d.item = ?")) {
            assertThat(watch.judge(sql))
                    .as(sql)
                    .hasValueSatisfying(why -> assertThat(why).startsWith("reads all of "));
        }
    }

    @Test
    void smallTablesMayBeReadAsAWhole() {
        assertThat(watch.judge("select code from implementation where search_text like ?"))
                .isEmpty();
    }

    @Test
    void anIndexThatIsTakenAwayIsMissed() {
        String sql = "delete from session where created_at <= ?";
        assertThat(watch.judge(sql)).isEmpty();
        hall.execute("drop index session_opened");
        try {
            assertThat(watch.judge(sql))
                    .hasValueSatisfying(why -> assertThat(why).startsWith("reads all of session"));
        } finally {
            hall.execute("create index session_opened on session (created_at)");
        }
    }

    @Test
    void aTestFailsInTheEndWhenATableClassReadsALargeTable() {
        TestStorage storage = storage();
        storage.transactions().read(() -> new NosyTable(storage.database()).named("nobody"));

        assertThatThrownBy(storage::close)
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("reads all of account: select id from account where name = ?");
    }

    @Test
    void whatATestItselfAsksDoesNotCount() {
        TestStorage storage = storage();
        storage.transactions()
                .read(() -> storage.database()
                        .handle()
                        .createQuery("select count(*) from hall_case")
                        .mapTo(Long.class)
                        .one());

        assertThatCode(storage::close).doesNotThrowAnyException();
    }

    private record NosyTable(Database database) {

        List<Long> named(String name) {
            return database.handle()
                    .createQuery("select id from account where name = :name")
                    .bind("name", name)
                    .mapTo(Long.class)
                    .list();
        }
    }
}
