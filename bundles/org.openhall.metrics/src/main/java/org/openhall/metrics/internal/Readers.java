package org.openhall.metrics.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

/** Who may read the metrics: who has the token, and who asks on this machine itself. */
final class Readers {

    static final int SHORTEST_TOKEN = 16;

    /** Behind a proxy on this machine everybody seems to ask from it; such a request says so in one of these. */
    private static final List<String> FORWARDING = List.of(
            "Forwarded",
            "Via",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Proto",
            "X-Forwarded-Server",
            "X-Real-IP");

    private final byte[] token;
    private final boolean local;

    Readers(String token, boolean local) {
        this.token = token.getBytes(StandardCharsets.UTF_8);
        this.local = local;
    }

    boolean allows(HttpServletRequest request) {
        return hasToken(request) || (local && here(request));
    }

    private boolean hasToken(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return token.length >= SHORTEST_TOKEN
                && header != null
                && header.regionMatches(true, 0, "Bearer ", 0, 7)
                && MessageDigest.isEqual(token, header.substring(7).strip().getBytes(StandardCharsets.UTF_8));
    }

    private static boolean here(HttpServletRequest request) {
        return FORWARDING.stream().noneMatch(header -> request.getHeader(header) != null)
                && loopback(request.getRemoteAddr());
    }

    private static boolean loopback(String address) {
        try {
            // an address, never a name: nothing is looked up
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
