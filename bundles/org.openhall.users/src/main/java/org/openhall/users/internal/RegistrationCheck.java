package org.openhall.users.internal;

import java.time.LocalDate;
import java.util.List;
import org.openhall.api.forms.Problem;
import org.openhall.api.users.AccountKind;
import org.openhall.api.users.IdType;
import org.openhall.api.users.Registration;
import org.openhall.users.internal.passwords.PasswordPolicy;

/** Looks through a registration. */
final class RegistrationCheck {

    private final PasswordPolicy policy;

    RegistrationCheck(PasswordPolicy policy) {
        this.policy = policy;
    }

    /** The same registration in one spelling. */
    static Registration spelled(Registration typed) {
        return new Registration(
                typed.kind(),
                Spelling.compact(typed.username()),
                typed.password(),
                Spelling.text(typed.name()),
                typed.idType(),
                Spelling.number(typed.idNumber()),
                Spelling.text(typed.legalRepresentative()),
                Spelling.compact(typed.phone()),
                typed.termsVersion().strip());
    }

    /** Everything that is wrong at once. */
    List<Problem> problems(Registration registration, boolean taken, LocalDate today) {
        var checks = new Checks();
        kind(registration, checks);
        checks.username(registration.username());
        if (taken) {
            checks.add("/username", "taken", "This username is taken. Choose another.");
        }
        policy.check(
                        "/password",
                        registration.password(),
                        registration.username(),
                        registration.name(),
                        registration.phone(),
                        registration.idNumber())
                .ifPresent(checks::add);
        checks.name("/name", registration.name(), 200, true);
        checks.idNumber(registration.idType(), registration.idNumber(), today);
        checks.name("/legalRepresentative", registration.legalRepresentative(), 100, false);
        checks.phone(registration.phone());
        terms(registration.termsVersion(), checks);
        return checks.problems();
    }

    private static void kind(Registration registration, Checks checks) {
        boolean person = registration.kind() == AccountKind.PERSON;
        if (!person && registration.kind() != AccountKind.ORGANISATION) {
            checks.add("/kind", "format", "Only persons and organisations register themselves.");
            return;
        }
        IdType type = registration.idType();
        boolean fits = person ? type != IdType.CREDIT_CODE : type == IdType.CREDIT_CODE || type == IdType.OTHER;
        if (!fits) {
            checks.add("/idType", "format", "This kind of document belongs to another kind of applicant.");
        }
    }

    private static void terms(String version, Checks checks) {
        if (version.isEmpty()) {
            checks.add("/termsVersion", "required", "Read and accept the terms.");
        } else if (version.length() > 20) {
            checks.add("/termsVersion", "too-long", "The version of the terms has at most 20 characters.");
        }
    }
}
