package org.openhall.portal.internal.gate;

import java.io.IOException;

/**
 * The place of one request in the hall: inside while it is worked on, aside while its client is waited for, and none any more once it was told that
 * the hall is busy. Used by one thread at a time.
 */
final class Passage {

    private enum Place {
        INSIDE,
        ASIDE,
        NOWHERE
    }

    private final Turnstile turnstile;
    private Place place = Place.INSIDE;

    /** @param turnstile through which the request has come */
    Passage(Turnstile turnstile) {
        this.turnstile = turnstile;
    }

    /** A read from the client, which may take long. */
    @FunctionalInterface
    interface Waiting {
        int read() throws IOException;
    }

    /** A short wait for the client, inside. */
    @FunctionalInterface
    interface Moment {
        /** Whether something came. */
        boolean brings() throws IOException;
    }

    /**
     * Waits for the client without a place inside.
     *
     * @param moment what is tried when too many wait already
     * @throws HallBusy when they do and that brings nothing, or there is no way back in
     */
    int await(Waiting client, Moment moment) throws IOException {
        if (place != Place.INSIDE) {
            return client.read();
        }
        if (!turnstile.stepAside()) {
            if (moment.brings()) {
                return client.read();
            }
            throw new HallBusy();
        }
        place = Place.ASIDE;
        int read;
        try {
            read = client.read();
        } finally {
            place = turnstile.comeBack() ? Place.INSIDE : Place.NOWHERE;
        }
        if (place == Place.NOWHERE) {
            throw new HallBusy();
        }
        return read;
    }

    /** From now on there is only sending: whoever reads slowly needs no place inside. */
    void onlySends() {
        if (place == Place.INSIDE && turnstile.stepAside()) {
            place = Place.ASIDE;
        }
    }

    /** Whether others will soon have no place to wait for their clients. */
    boolean crowded() {
        return turnstile.crowded();
    }

    /** The request is through. */
    void end() {
        if (place == Place.INSIDE) {
            turnstile.leave();
        } else if (place == Place.ASIDE) {
            turnstile.leaveAside();
        }
        place = Place.NOWHERE;
    }
}
