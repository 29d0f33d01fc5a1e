package org.openhall.api.users;

import java.util.Objects;

/**
 * What somebody types to register.
 *
 * @param kind {@link AccountKind#PERSON} or {@link AccountKind#ORGANISATION}
 * @param username 4–32 letters, digits, '.', '_', '-'; letters of any script
 * @param password see the password policy of the hall
 * @param name full name of the person or organisation
 * @param idType of the number
 * @param idNumber identity number or credit code; check characters are tested where the type has them
 * @param legalRepresentative of an organisation; empty for a person
 * @param phone mobile or land line, mainland China or with country code (E.164)
 * @param termsVersion version of the terms that were accepted; empty when they were not
 */
public record Registration(
        AccountKind kind,
        String username,
        String password,
        String name,
        IdType idType,
        String idNumber,
        String legalRepresentative,
        String phone,
        String termsVersion) {

    public Registration {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(username, "username");
        Objects.requireNonNull(password, "password");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(idType, "idType");
        Objects.requireNonNull(idNumber, "idNumber");
        Objects.requireNonNull(legalRepresentative, "legalRepresentative");
        Objects.requireNonNull(phone, "phone");
        Objects.requireNonNull(termsVersion, "termsVersion");
    }

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return "Registration[" + kind + "]";
    }
}
