package org.openhall.storage.internal;

import org.junit.jupiter.api.Assumptions;
import org.openhall.storage.testing.LargeHall;
import org.openhall.storage.testing.TestStorage;

class PlansOnPostgresTest extends PlansContract {

    @Override
    LargeHall hall() {
        return LargeHall.onPostgres("large_hall_of_its_own").orElseGet(() -> Assumptions.abort("No PostgreSQL"));
    }

    @Override
    TestStorage storage() {
        return TestStorage.onPostgres();
    }
}
