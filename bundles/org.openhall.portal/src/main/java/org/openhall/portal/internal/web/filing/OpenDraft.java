package org.openhall.portal.internal.web.filing;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.openhall.api.cases.Draft;
import org.openhall.api.catalogue.Implementation;
import org.openhall.api.catalogue.ItemDefinition.MaterialSpec;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.api.forms.Form;
import org.openhall.api.users.Account;
import org.openhall.item.Answers;
import org.openhall.portal.internal.http.Paths;
import org.openhall.portal.internal.view.ItemWords;
import org.openhall.portal.internal.view.Words;

/**
 * A draft being filled in, with all that its pages need.
 *
 * @param account who fills it in
 * @param draft the draft
 * @param version whose form it is
 * @param implementation where it goes
 * @param known what the hall already has
 * @param language "zh" or "en"
 * @param words of the hall
 */
record OpenDraft(
        Account account,
        Draft draft,
        ItemVersion version,
        Optional<Implementation> implementation,
        Map<String, String> known,
        String language,
        Words words) {

    Form form() {
        return version.form();
    }

    /** As it would be filed now. */
    Answers effective() {
        return form().effective(draft.answers(), known);
    }

    ItemWords item() {
        return new ItemWords(version, words, language);
    }

    String base() {
        return "/filing/" + draft.id();
    }

    String page(String id) {
        return base() + "/form/" + id;
    }

    String firstPage() {
        return page(form().pages(effective(), language).get(0).id());
    }

    boolean asksMaterials() {
        return !version.definition().materials().isEmpty();
    }

    Optional<MaterialSpec> material(String code) {
        return version.definition().materials().stream()
                .filter(spec -> spec.code().equals(code))
                .findFirst();
    }

    String department() {
        return implementation.map(Implementation::department).orElse("");
    }

    /** What all pages of a filing share. */
    Map<String, Object> common(String savedAt) {
        Map<String, Object> model = new HashMap<>();
        model.put("nav", "mine");
        model.put("item", Map.of("name", item().name(), "department", department()));
        model.put("guide", "/items/" + Paths.segment(draft.implementation()));
        model.put("savedAt", savedAt);
        model.put("revision", draft.revision());
        return model;
    }

    OpenDraft with(Draft changed) {
        return new OpenDraft(account, changed, version, implementation, known, language, words);
    }
}
