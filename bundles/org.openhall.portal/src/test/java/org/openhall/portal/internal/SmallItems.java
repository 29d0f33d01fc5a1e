package org.openhall.portal.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openhall.api.catalogue.Catalogue;
import org.openhall.api.catalogue.Deployed;
import org.openhall.api.catalogue.Deployed.Arrived;
import org.openhall.api.catalogue.Deployed.Health;
import org.openhall.api.catalogue.Deployed.Line;
import org.openhall.api.catalogue.Deployed.Plan;
import org.openhall.api.catalogue.Deployed.State;
import org.openhall.api.catalogue.Version;

/** Two deployed items of two departments and a part that nobody offers: lines in every state, sound and broken. */
final class SmallItems {

    private SmallItems() {}

    /** All of them, with a planned activation of the first one or without. */
    static List<Deployed> with(Optional<Plan> plan) {
        return List.of(
                new Deployed(
                        "parking",
                        Map.of("zh", "停车位申请", "en", "Parking place"),
                        "org.example.parking",
                        Set.of("d-1"),
                        Optional.of(new Version(1, 3, 0)),
                        Optional.of(new Version(1, 2, 4)),
                        List.of(
                                line("1.4", "", State.WAITING, 0, 0, fine(), "1.4.0"),
                                line("1.3", "1.3.0", State.TAKING, 7, 14, broken(), "1.3.0"),
                                line("1.2", "1.2.4", State.DRAINING, 3, 0, withdrawn(), "1.2.4", "1.2.3"),
                                line("1.1", "1.1.0", State.DRAINED, 0, 0, gone(), "1.1.0")),
                        plan),
                new Deployed(
                        "taxi",
                        Map.of("zh", "出租车经营许可"),
                        "org.example.taxi",
                        Set.of("d-2"),
                        Optional.of(new Version(1, 0, 0)),
                        Optional.empty(),
                        List.of(line("1.0", "1.0.0", State.TAKING, 1, 1, fine(), "1.0.0")),
                        Optional.empty()),
                new Deployed(
                        "expert-opinion",
                        Map.of(),
                        "org.example.expert",
                        Set.of(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty()));
    }

    /** So many hours ago. */
    static Instant at(int hoursAgo) {
        return FakeHall.NOW.minusSeconds(hoursAgo * 3600L);
    }

    private static Line line(
            String line, String serving, State state, long cases, long drafts, Health health, String... versions) {
        List<Arrived> arrived = new ArrayList<>();
        for (String version : versions) {
            arrived.add(new Arrived(Version.parse(version), "9f3c0a17be42d5e8".repeat(4), at(200), "deploy"));
        }
        return new Line(
                line,
                Optional.of(serving).filter(text -> !text.isEmpty()).map(Version::parse),
                state,
                state == State.WAITING ? Optional.empty() : Optional.of(at(200)),
                Optional.empty(),
                cases,
                drafts,
                health,
                arrived);
    }

    private static Health fine() {
        return new Health(Optional.empty(), true, 0, 0, 4, false, 0, Optional.empty());
    }

    private static Health broken() {
        return new Health(
                Optional.of(Catalogue.Absence.BROKEN),
                true,
                12,
                4,
                4,
                true,
                0,
                Optional.of("AreaRule threw java.lang.ArithmeticException: / by zero"));
    }

    private static Health gone() {
        return new Health(Optional.of(Catalogue.Absence.MISSING), true, 0, 0, 4, false, 0, Optional.empty());
    }

    private static Health withdrawn() {
        return new Health(Optional.of(Catalogue.Absence.WITHDRAWN), true, 0, 0, 4, false, 0, Optional.empty());
    }
}
