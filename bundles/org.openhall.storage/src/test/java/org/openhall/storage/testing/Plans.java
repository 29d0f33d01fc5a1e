package org.openhall.storage.testing;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The large halls of this process, one for each kind of database, made when the first test needs them. */
final class Plans {

    private Plans() {}

    static PlanWatch onH2() {
        return new PlanWatch(H2.HALL, H2.JUDGED);
    }

    static PlanWatch onPostgres() {
        return new PlanWatch(Postgres.HALL, Postgres.JUDGED);
    }

    private static final class H2 {
        static final LargeHall HALL = LargeHall.onH2();
        static final Map<String, Optional<String>> JUDGED = new ConcurrentHashMap<>();
    }

    private static final class Postgres {
        static final LargeHall HALL = LargeHall.onPostgres("large_hall").orElseThrow();
        static final Map<String, Optional<String>> JUDGED = new ConcurrentHashMap<>();
    }
}
