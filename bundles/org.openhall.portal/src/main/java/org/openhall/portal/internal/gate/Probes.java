package org.openhall.portal.internal.gate;

import java.util.Set;

/** Addresses that machines ask every few seconds and for ever. They pass the gate also while the hall is closed. */
final class Probes {

    private static final Set<String> ADDRESSES = Set.of(LiveServlet.PATH, ReadyServlet.PATH, "/metrics");

    private Probes() {}

    static boolean has(String path) {
        return ADDRESSES.contains(path);
    }
}
