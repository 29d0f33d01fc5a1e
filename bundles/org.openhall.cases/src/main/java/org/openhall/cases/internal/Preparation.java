package org.openhall.cases.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.openhall.api.cases.Draft;
import org.openhall.api.catalogue.Catalogue;
import org.openhall.api.catalogue.ItemDefinition.MaterialSpec;
import org.openhall.api.catalogue.ItemUnavailable;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.api.forms.Problem;
import org.openhall.api.materials.StoredMaterial;
import org.openhall.api.users.Account;
import org.openhall.api.users.Party;
import org.openhall.item.Answers;
import org.openhall.item.Applicant;
import org.openhall.item.Application;
import org.openhall.item.Material;

/** Freezes drafts and says what the form and the materials lack. */
final class Preparation {

    private final Catalogue catalogue;

    Preparation(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Freezes what was read at one moment.
     *
     * @param draft that somebody fills in
     * @param by who
     * @param party for whom
     * @param files of the draft
     * @param now when it is filed
     */
    Prepared freeze(Draft draft, Account by, Party party, List<StoredMaterial> files, Instant now) {
        ItemVersion version = catalogue
                .serving(draft.item(), draft.version().line())
                .orElseThrow(() -> new ItemUnavailable(draft.item() + " " + draft.version()));
        Answers answers = version.form().effective(draft.answers(), KnownValues.of(by, party));
        Frozen application = new Frozen(
                draft.item(),
                version.version().toString(),
                new Applicant(party.kind(), party.name(), party.idNumber(), party.verified()),
                answers,
                inOrder(version, files),
                now);
        return new Prepared(draft, version, party, files, application);
    }

    List<Problem> problems(Prepared prepared, String language) {
        return problems(prepared.version(), prepared.application(), language);
    }

    static List<Problem> problems(ItemVersion version, Application application, String language) {
        Answers answers = application.answers();
        List<Problem> problems = new ArrayList<>(version.form().problems(answers, language));
        for (MaterialSpec spec : version.definition().materials()) {
            if (version.requires(spec, answers) && !application.has(spec.code())) {
                String name = version.text(language, "material." + spec.code() + ".name");
                problems.add(new Problem(
                        "/materials/" + spec.code(), "required", Words.of(language, "material.required", name)));
            }
        }
        return problems;
    }

    static List<Material> inOrder(ItemVersion version, List<StoredMaterial> files) {
        List<Material> ordered = new ArrayList<>();
        for (MaterialSpec spec : version.definition().materials()) {
            files.stream()
                    .filter(file -> file.code().equals(spec.code()))
                    .map(Preparation::material)
                    .forEach(ordered::add);
        }
        return ordered;
    }

    static Material material(StoredMaterial file) {
        return new Material(file.code(), file.fileName(), file.mediaType(), file.size(), file.sha256());
    }
}
