package org.openhall.portal.internal.view;

/** The terms of use that are accepted when registering; their text stands on the registration page. */
public final class Terms {

    /** Version of the present text; kept with the account. */
    public static final String VERSION = "2026-11";

    private Terms() {}
}
