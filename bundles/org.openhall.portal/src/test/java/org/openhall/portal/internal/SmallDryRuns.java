package org.openhall.portal.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openhall.api.cases.DryRuns.Difference;
import org.openhall.api.cases.DryRuns.DryRun;
import org.openhall.api.cases.DryRuns.Note;
import org.openhall.api.catalogue.Operator;
import org.openhall.api.catalogue.Version;
import org.openhall.api.paging.Page;

/** One dry run over the item "parking" with two cases that would go another way. */
public final class SmallDryRuns {

    private static final Version VERSION = new Version(1, 4, 0);

    /** Runs that were begun: "parking 1.4.0 200". */
    public final List<String> begun = new ArrayList<>();
    /** Whether the run has ended. */
    public boolean ended = true;

    Optional<Long> start(String item, Version version, int cases, Operator by) {
        begun.add(item + " " + version + " " + cases);
        return Optional.of(5L);
    }

    Optional<DryRun> find(long id, Operator by) {
        return id == 5 && by.departments().filter(own -> !own.contains("d-1")).isEmpty()
                ? Optional.of(run())
                : Optional.empty();
    }

    List<DryRun> recent(String item, Operator by) {
        return item.equals("parking") ? List.of(run()) : List.of();
    }

    boolean stop(long id, Operator by) {
        boolean ran = !ended;
        ended = true;
        return ran;
    }

    Page<Difference> differences(long id, int limit, Optional<String> after, Operator by) {
        return new Page<>(
                List.of(
                        new Difference(
                                "20261120-000127",
                                new Version(1, 3, 0),
                                List.of(new Note("/plate", "车牌号不是本市的"), new Note("/materials/plan", "平面图要加盖公章")),
                                List.of(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of("slow")),
                        new Difference(
                                "20261119-000031",
                                new Version(1, 2, 4),
                                List.of(),
                                List.of(new Note("/area", "面积 21 平方米，请核对")),
                                Optional.of(Instant.parse("2026-11-27T09:00:00Z")),
                                Optional.of(Instant.parse("2026-12-02T09:00:00Z")),
                                List.of())),
                Optional.of("d9"));
    }

    private DryRun run() {
        return new DryRun(
                5,
                "parking",
                VERSION,
                "何静",
                FakeHall.NOW.minusSeconds(60),
                ended ? Optional.of(FakeHall.NOW) : Optional.empty(),
                200,
                ended ? 200 : 80,
                1,
                1,
                1,
                1,
                Optional.empty());
    }
}
