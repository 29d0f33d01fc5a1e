package org.openhall.item;

import java.util.Objects;

/**
 * The party that applies.
 *
 * @param kind natural or legal person
 * @param name full name, never empty
 * @param idNumber number of the identity document: resident identity number (GB 11643), unified social credit code (GB 32100) or another
 * @param verified whether a register has confirmed name and number; a valid check digit proves nothing
 */
public record Applicant(Kind kind, String name, String idNumber, boolean verified) {

    /** What kind of person in law. */
    public enum Kind {
        /** 自然人. */
        NATURAL,
        /** 法人 and other organisations. */
        LEGAL
    }

    public Applicant {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(idNumber, "idNumber");
    }

    /** Keeps the identity number out of logs. */
    @Override
    public String toString() {
        return "Applicant[" + kind + "]";
    }
}
