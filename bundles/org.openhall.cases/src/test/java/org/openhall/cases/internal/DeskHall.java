package org.openhall.cases.internal;

import java.util.Optional;
import java.util.OptionalLong;
import org.openhall.api.cases.Desk.Act;
import org.openhall.api.storage.RequestKey;
import org.openhall.api.users.Account;

/** A hall with one item on whose cases officials act. */
abstract class DeskHall extends ParkingHall {

    static Act act(String number, String action, Account by, String key, String body) {
        RequestKey request = TestHall.key(by, "/desk/" + number + "/" + action, key, body);
        return new Act(number, action, OptionalLong.empty(), "", by, Optional.of(request));
    }
}
