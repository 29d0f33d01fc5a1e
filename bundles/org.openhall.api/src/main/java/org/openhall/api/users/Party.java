package org.openhall.api.users;

import java.util.Objects;
import org.openhall.item.Applicant;

/**
 * A natural or legal person that applies.
 *
 * @param id never reused
 * @param kind what kind of person in law
 * @param name full name
 * @param idType which document the number is of
 * @param idNumber the number; unique only among verified parties
 * @param legalRepresentative of a legal person; empty for a natural one or when not given
 * @param phone contact number
 * @param verified whether a register has confirmed name and number
 */
public record Party(
        long id,
        Applicant.Kind kind,
        String name,
        IdType idType,
        String idNumber,
        String legalRepresentative,
        String phone,
        boolean verified) {

    public Party {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(idType, "idType");
        Objects.requireNonNull(idNumber, "idNumber");
        Objects.requireNonNull(legalRepresentative, "legalRepresentative");
        Objects.requireNonNull(phone, "phone");
    }

    /** Keeps personal data out of logs. */
    @Override
    public String toString() {
        return "Party[" + id + ", " + kind + "]";
    }
}
