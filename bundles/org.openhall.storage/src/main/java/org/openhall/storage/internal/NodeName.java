package org.openhall.storage.internal;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** The name of this node in leases: the same after a restart, so that a node that was killed goes on at once. */
public final class NodeName {

    private static final int LONGEST = 80;

    private NodeName() {}

    /** The configured name, else host name and a short form of the home. */
    public static String of(StorageSettings settings, String home) {
        String name = settings.node().isEmpty()
                ? host() + "-" + Integer.toHexString(String.valueOf(home).hashCode())
                : settings.node();
        return name.substring(Math.max(0, name.length() - LONGEST));
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            // a machine without a name resolves to nothing else either
            return "localhost";
        }
    }
}
