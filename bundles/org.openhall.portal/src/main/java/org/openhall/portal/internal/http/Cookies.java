package org.openhall.portal.internal.http;

import jakarta.ws.rs.core.NewCookie;

/** The hall's cookies. Over TLS the secret ones carry the {@code __Host-} prefix, so that no neighbouring host can set them. */
public final class Cookies {

    static final String SESSION = "hall-session";
    static final String CSRF = "hall-csrf";
    /** Chosen language. */
    public static final String LANGUAGE = "hall-lang";
    /** Chosen skin. */
    public static final String SKIN = "hall-skin";

    private static final int YEAR = 365 * 24 * 3600;

    private Cookies() {}

    /**
     * Signs the browser in.
     *
     * @param visit the request
     * @param token from {@code Sessions.signIn}
     * @return to be set
     */
    public static NewCookie session(Visit visit, String token) {
        return secret(visit.secure(), SESSION, token, NewCookie.DEFAULT_MAX_AGE);
    }

    /**
     * Signs the browser out.
     *
     * @param visit the request
     * @return to be set
     */
    public static NewCookie noSession(Visit visit) {
        return secret(visit.secure(), SESSION, "", 0);
    }

    /**
     * Remembers a choice that is no secret.
     *
     * @param visit the request
     * @param name {@link #LANGUAGE} or {@link #SKIN}
     * @param value the choice
     * @return to be set
     */
    public static NewCookie choice(Visit visit, String name, String value) {
        return cookie(name, value, YEAR, visit.secure());
    }

    static NewCookie secret(boolean secure, String name, String value, int maxAge) {
        return cookie(name(secure, name), value, maxAge, secure);
    }

    static String name(boolean secure, String name) {
        return secure ? "__Host-" + name : name;
    }

    private static NewCookie cookie(String name, String value, int maxAge, boolean secure) {
        return new NewCookie.Builder(name)
                .value(value)
                .path("/")
                .maxAge(maxAge)
                .secure(secure)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
