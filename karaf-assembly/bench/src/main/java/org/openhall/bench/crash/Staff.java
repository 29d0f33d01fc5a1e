package org.openhall.bench.crash;

import java.util.List;
import org.openhall.bench.hall.Person;
import org.openhall.distribution.Hall;

/**
 * Everybody who takes part. They sign in once: sessions must outlive a crash like everything else.
 *
 * @param citizens who apply
 * @param intake who accepts
 * @param approver who approves
 */
record Staff(List<Person> citizens, Person intake, Person approver) {

    static Staff of(Hall hall) {
        return new Staff(Person.citizens(hall), Person.of(hall, "wangmin"), Person.of(hall, "qianjun"));
    }
}
