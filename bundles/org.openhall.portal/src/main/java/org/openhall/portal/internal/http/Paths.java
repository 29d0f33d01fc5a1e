package org.openhall.portal.internal.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Pieces of addresses. */
public final class Paths {

    private Paths() {}

    /**
     * Encodes what stands between two slashes, or a value of a query (RFC 3986).
     *
     * @param text any text
     * @return percent-encoded UTF-8
     */
    public static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
