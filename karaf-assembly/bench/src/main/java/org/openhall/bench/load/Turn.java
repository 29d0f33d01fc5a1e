package org.openhall.bench.load;

import java.io.IOException;

/** What a load consists of: one request each time. Called from many threads at once, unless each client has one of his own. */
@FunctionalInterface
public interface Turn {

    /**
     * Makes one request and judges its answer.
     *
     * @param number of this turn in the load, from 0; says which kind of request is due
     * @param wire the caller's connection
     * @return the kind of the request, for the figures
     * @throws IOException when the connection failed; counted as a failure and as an answer that never came
     */
    String take(long number, Wire wire) throws IOException;
}
