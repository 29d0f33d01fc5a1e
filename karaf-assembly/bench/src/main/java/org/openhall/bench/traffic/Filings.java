package org.openhall.bench.traffic;

import java.io.IOException;
import org.openhall.bench.hall.Person;
import org.openhall.bench.item.Filled;
import org.openhall.bench.load.Failures;
import org.openhall.bench.load.Turn;
import org.openhall.bench.load.Wire;
import org.openhall.distribution.Hall;

/** Nothing but applications for one item that make a rule misbehave if it can, in rounds of three requests: opened, answered, filed. */
public final class Filings implements Turn {

    /** Requests of one filing. */
    public static final int REQUESTS = 3;

    private final Citizens citizens;

    private Filings(Citizens citizens) {
        this.citizens = citizens;
    }

    public static Filings of(Hall hall, String item, Ledger ledger, Failures failures) {
        var ends = new Pool<Filed>(Integer.MAX_VALUE);
        return new Filings(new Citizens(item, Person.citizens(hall), ledger, failures, 0, Filled::trouble, ends));
    }

    @Override
    public String take(long number, Wire wire) throws IOException {
        if (number % REQUESTS == 2 && citizens.submit(wire)) {
            return "submit";
        }
        if (number % REQUESTS == 1 && citizens.answer(wire)) {
            return "answer";
        }
        citizens.open(wire);
        return "open";
    }

    public long submitted() {
        return citizens.submitted();
    }
}
