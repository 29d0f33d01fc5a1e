package org.openhall.api.users;

import java.util.Objects;

/**
 * Lets an account act for a party.
 *
 * @param account the account's id
 * @param party the party
 * @param kind on which ground
 */
public record Mandate(long account, Party party, Kind kind) {

    /** On which ground an account acts. */
    public enum Kind {
        /** For himself, or as the organisation's own account. */
        OWN,
        /** As an agent (代办). */
        AGENT,
        /** As a clerk at the window. */
        CLERK,
        /** As another person of the same organisation. */
        COLLEAGUE
    }

    public Mandate {
        Objects.requireNonNull(party, "party");
        Objects.requireNonNull(kind, "kind");
    }
}
