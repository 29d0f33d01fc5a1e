package org.openhall.cases.internal;

import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.openhall.api.cases.Desk.Act;
import org.openhall.api.storage.RequestKey;
import org.openhall.api.users.Account;
import org.openhall.storage.testing.TestStorage;

/** A hall with one item and its officials. */
abstract class DeskHall {

    TestHall hall;
    TestItem parking;

    abstract TestStorage storage();

    @BeforeEach
    void open() {
        hall = new TestHall(storage());
        parking = TestItem.parking();
        hall.catalogue.activate(parking, "1.0.0");
    }

    @AfterEach
    void close() {
        hall.close();
    }

    static Act act(String number, String action, Account by, String key, String body) {
        RequestKey request = TestHall.key(by, "/desk/" + number + "/" + action, key, body);
        return new Act(number, action, OptionalLong.empty(), "", by, Optional.of(request));
    }
}
