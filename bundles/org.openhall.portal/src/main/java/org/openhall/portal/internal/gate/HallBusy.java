package org.openhall.portal.internal.gate;

import java.io.IOException;

/** A request that is under way finds no place in the hall; whoever sent it may try again. */
public final class HallBusy extends IOException {

    private static final long serialVersionUID = 1L;

    HallBusy() {
        super("too many requests are in the hall");
    }
}
