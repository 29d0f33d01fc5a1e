package org.openhall.distribution;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Browser tests that leave something behind, such as items or passwords, in a demo hall that no other class uses. */
@ExtendWith(SharedHall.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class HallOfItsOwn {

    final Chromium browser;
    Hall hall;

    HallOfItsOwn(Chromium browser) {
        this.browser = browser;
    }

    @BeforeAll
    void begin() {
        hall = Hall.demo();
    }

    @AfterAll
    void end() {
        hall.close();
    }
}
