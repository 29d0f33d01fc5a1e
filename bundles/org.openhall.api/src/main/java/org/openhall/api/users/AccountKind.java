package org.openhall.api.users;

/** What an account is for. */
public enum AccountKind {
    /** Somebody who acts for himself or, by mandate, for others. */
    PERSON,
    /** Somebody who acts for an organisation. */
    ORGANISATION,
    /** An official at the desk. */
    OFFICIAL,
    /** Runs the hall; sees no cases. */
    ADMINISTRATOR
}
