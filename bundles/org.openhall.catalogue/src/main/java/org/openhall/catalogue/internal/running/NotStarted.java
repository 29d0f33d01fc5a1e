package org.openhall.catalogue.internal.running;

/** A bundle cannot be installed or started; the message says why, for its author. */
public final class NotStarted extends Exception {

    private static final long serialVersionUID = 1L;

    NotStarted(String message) {
        super(message);
    }
}
