package org.openhall.portal.internal.gate;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** Names a request in logs, in the answer's header and on error pages. */
public final class RequestId {

    /** In which a proxy in front may name it, and in which every answer names it. */
    public static final String HEADER = "X-Request-Id";

    /** The attribute of the request that holds it. */
    public static final String ATTRIBUTE = "org.openhall.portal.request";

    /** Short, and nothing that could break out of a log line, a header or a page. */
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private RequestId() {}

    /**
     * The name that the caller gave, if it is sane; else a new one.
     *
     * @param offered the header; null when there is none
     * @return at most 64 letters, digits, dots, hyphens and underscores
     */
    public static String of(String offered) {
        return offered != null && SANE.matcher(offered).matches()
                ? offered
                : HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }
}
