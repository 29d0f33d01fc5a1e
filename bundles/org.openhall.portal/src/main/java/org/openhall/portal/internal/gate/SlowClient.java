package org.openhall.portal.internal.gate;

import java.io.IOException;

/** The client of a request sends nothing, or next to nothing: it is not waited for any longer. */
public final class SlowClient extends IOException {

    private static final long serialVersionUID = 1L;

    SlowClient(Throwable cause) {
        super("the client is too slow", cause);
    }
}
