package org.openhall.catalogue.internal.acts;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.openhall.api.catalogue.Catalogue;
import org.openhall.api.catalogue.Deployments;
import org.openhall.catalogue.internal.testing.Did;
import org.openhall.catalogue.internal.testing.ParkingItem;
import org.openhall.catalogue.internal.testing.TestHall;
import org.openhall.storage.testing.TestStorage;

/** A hall with open cases on two lines of one item. */
abstract class TwoLines {

    static final ParkingItem ONE = ParkingItem.first().says("one");
    static final ParkingItem TWO = ParkingItem.first().version("1.1.0").says("two");

    TestHall hall;
    Did did;
    Deployments deployments;
    Catalogue catalogue;

    TestStorage storage() {
        return TestStorage.onH2();
    }

    @BeforeEach
    void open() {
        hall = TestHall.on(storage());
        did = new Did(hall);
        deployments = hall.deployments();
        catalogue = hall.catalogue();
        hall.cases().on("1.0", 3, 1);
        hall.cases().on("1.1", 2, 0);
    }

    @AfterEach
    void close() {
        hall.close();
    }
}
