package org.openhall.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhall.api.cases.OpenCases.Open;

/** What administrators are told about open cases and drafts, on every database. */
abstract class OpenCasesContract extends ParkingHall {

    private JdbcOpenCases open;

    /** What makes the database use indexes on small tables too. */
    abstract Optional<String> preferIndexes();

    @BeforeEach
    void openCases() {
        open = new JdbcOpenCases(hall.storage.transactions(), hall.storage.database());
    }

    @Test
    void casesAndDraftsAreCountedOnTheirLineUntilTheyEnd() {
        String first = hall.filed(parking);
        hall.filed(parking);
        hall.draft(parking);
        hall.catalogue.activate(parking, "1.0.1");
        hall.draft(parking);
        hall.catalogue.activate(parking, "1.1.0");
        hall.filed(parking);
        assertThat(open.on(Set.of("parking", "unknown")))
                .isEqualTo(Map.of("parking", Map.of("1.0", new Open(2, 2), "1.1", new Open(1, 0))));

        hall.act(first, "decline", "no", hall.intake);
        assertThat(open.on(Set.of("parking")).get("parking")).containsEntry("1.0", new Open(1, 2));
    }

    @Test
    void countingWalksThroughNothingThatHasEnded() {
        for (String sql : List.of(
                "select item, line, count(*) from hall_case where ended_at is null and item in ('a', 'b') group by item, line",
                "select item, version, count(*) from draft where filed_as is null and item in ('a', 'b') group by item, version")) {
            assertThat(plan(sql)).containsAnyOf("hall_case_open", "hall_case_going", "draft_open");
        }
    }

    private String plan(String sql) {
        return hall.storage
                .transactions()
                .run(() -> {
                    var handle = hall.storage.database().handle();
                    preferIndexes().ifPresent(handle::execute);
                    return String.join(
                            "\n",
                            handle.select("explain " + sql).mapTo(String.class).list());
                })
                .toLowerCase(java.util.Locale.ROOT);
    }
}
