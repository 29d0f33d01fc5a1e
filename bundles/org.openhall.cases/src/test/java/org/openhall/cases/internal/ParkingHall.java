package org.openhall.cases.internal;

import org.junit.jupiter.api.BeforeEach;

/** A hall with one item. */
abstract class ParkingHall extends HallContract {

    final TestItem parking = TestItem.parking();

    @BeforeEach
    void activate() {
        hall.catalogue.activate(parking, "1.0.0");
    }
}
