package org.openhall.portal.internal.web.account;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openhall.api.users.AccountKind;
import org.openhall.api.users.IdType;
import org.openhall.api.users.Registration;
import org.openhall.portal.internal.http.PostedForm;
import org.openhall.portal.internal.view.Terms;
import org.openhall.portal.internal.view.Words;

/** The questions of a registration: from what was posted to a {@link Registration}, and back to fields. */
final class RegistrationForm {

    /** Version of the terms under {@code account.terms.*}; grows with every change of their words. */
    static final String TERMS = Terms.VERSION;

    private static final List<IdType> OF_PERSONS = List.of(IdType.RESIDENT_ID, IdType.PASSPORT, IdType.OTHER);
    private static final List<IdType> OF_ORGANISATIONS = List.of(IdType.CREDIT_CODE, IdType.OTHER);

    private final AccountKind kind;
    private final PostedForm posted;

    RegistrationForm(AccountKind kind, PostedForm posted) {
        this.kind = kind;
        this.posted = posted;
    }

    Registration registration() {
        return new Registration(
                kind,
                posted.text("username"),
                differ() ? "" : posted.typed("password"),
                posted.text("name"),
                idType(),
                posted.text("idNumber"),
                organisation() ? posted.text("legalRepresentative") : "",
                posted.text("phone"),
                accepted() ? TERMS : "");
    }

    /** Both passwords are typed and differ. */
    boolean differ() {
        return !posted.typed("password").isEmpty() && !posted.typed("password").equals(posted.typed("repeat"));
    }

    /** The questions in their order; nothing typed is lost but the passwords. */
    List<Asked> questions(Words words, Complaints complaints, int passwordLength) {
        List<Asked> questions = new ArrayList<>();
        String whose = organisation() ? "organisation" : "person";
        questions.add(new Asked(
                "name",
                "TEXT",
                words.text("account.field.name." + whose),
                words.text("account.field.name." + whose + ".hint"),
                true,
                posted.text("name"),
                List.of(),
                complaints.of("name"),
                Map.of("autocomplete", organisation() ? "organization" : "name", "maxlength", "200")));
        questions.add(idTypes(words, complaints));
        questions.add(line(
                words,
                complaints,
                "idNumber",
                Map.of("maxlength", "40", "spellcheck", "false", "autocomplete", "off")));
        if (organisation()) {
            questions.add(line(words, complaints, "legalRepresentative", Map.of("maxlength", "100")));
        }
        questions.add(
                line(words, complaints, "phone", Map.of("autocomplete", "tel", "inputmode", "tel", "maxlength", "30")));
        questions.add(line(
                words,
                complaints,
                "username",
                Map.of(
                        "autocomplete",
                        "username",
                        "spellcheck",
                        "false",
                        "autocapitalize",
                        "none",
                        "maxlength",
                        "32")));
        questions.add(
                password("password", words, words.text("account.field.password.hint", passwordLength), complaints));
        questions.add(password("repeat", words, "", complaints));
        questions.add(new Asked(
                "termsVersion",
                "CHECKBOX",
                words.text("account.field.terms"),
                "",
                true,
                String.valueOf(accepted()),
                List.of(),
                complaints.of("termsVersion"),
                Map.of()));
        return questions;
    }

    private boolean organisation() {
        return kind == AccountKind.ORGANISATION;
    }

    private IdType idType() {
        List<IdType> possible = organisation() ? OF_ORGANISATIONS : OF_PERSONS;
        return possible.stream()
                .filter(type -> type.name().equals(posted.text("idType")))
                .findFirst()
                .orElse(possible.get(0));
    }

    /** The box posts an empty hidden field before it; the terms accepted must be the ones that were shown. */
    private boolean accepted() {
        return posted.fields().getOrDefault("termsVersion", List.of()).contains("true")
                && posted.text("terms").equals(TERMS);
    }

    private Asked idTypes(Words words, Complaints complaints) {
        List<Asked.Option> options = (organisation() ? OF_ORGANISATIONS : OF_PERSONS)
                .stream()
                        .map(type -> new Asked.Option(type.name(), words.text("account.idType." + type.name())))
                        .toList();
        return new Asked(
                "idType",
                "RADIO",
                words.text("account.field.idType"),
                "",
                true,
                idType().name(),
                options,
                complaints.of("idType"),
                Map.of());
    }

    private Asked line(Words words, Complaints complaints, String name, Map<String, String> attributes) {
        return new Asked(
                name,
                "TEXT",
                words.text("account.field." + name),
                words.text("account.field." + name + ".hint"),
                !name.equals("legalRepresentative"),
                posted.text(name),
                List.of(),
                complaints.of(name),
                new LinkedHashMap<>(attributes));
    }

    static Asked password(String name, Words words, String hint, Complaints complaints) {
        return new Asked(
                name,
                "PASSWORD",
                words.text("account.field." + name),
                hint,
                true,
                "",
                List.of(),
                complaints.of(name),
                Map.of("autocomplete", name.equals("old") ? "current-password" : "new-password", "maxlength", "200"));
    }
}
