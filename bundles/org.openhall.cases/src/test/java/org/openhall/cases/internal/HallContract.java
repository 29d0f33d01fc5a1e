package org.openhall.cases.internal;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.openhall.storage.testing.TestStorage;

/** A new hall for each test, on the database that the subclass names. */
abstract class HallContract {

    TestHall hall;

    abstract TestStorage storage();

    @BeforeEach
    void open() {
        hall = new TestHall(storage());
    }

    @AfterEach
    void close() {
        hall.close();
    }
}
