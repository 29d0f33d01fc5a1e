package org.openhall.portal.internal.web.filing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Pieces of addresses. */
final class Paths {

    private Paths() {}

    static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
