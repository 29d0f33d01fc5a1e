package org.openhall.portal.internal.web.desk;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openhall.api.cases.CaseHead;
import org.openhall.api.cases.CaseState;
import org.openhall.api.catalogue.Catalogue;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.portal.internal.view.ItemWords;
import org.openhall.portal.internal.view.Pages;
import org.openhall.portal.internal.view.Texts;
import org.openhall.portal.internal.view.Words;

/** Words for one case; where its item version is not in the hall, identifiers stand for names and nothing is lost. */
final class CaseWords {

    private final Optional<ItemVersion> version;
    private final Texts texts;
    private final Words hall;
    private final String language;

    CaseWords(Optional<ItemVersion> version, Texts texts, Words hall, String language) {
        this.version = version;
        this.texts = texts;
        this.hall = hall;
        this.language = language;
    }

    /** The words of the version that serves the case's line now. */
    static CaseWords of(CaseHead head, Catalogue catalogue, Pages pages, Words hall, String language) {
        return new CaseWords(catalogue.serving(head.item(), head.version().line()), pages.texts(), hall, language);
    }

    Optional<ItemVersion> version() {
        return version;
    }

    Words hall() {
        return hall;
    }

    String language() {
        return language;
    }

    /** A text of the hall. */
    String text(String key, Object... arguments) {
        return hall.text(key, arguments);
    }

    /** A text of the hall that need not be there. */
    Optional<String> maybe(String key) {
        return texts.has(language, key) ? Optional.of(hall.text(key)) : Optional.empty();
    }

    /** Name of the item. */
    String item(CaseHead head) {
        return own().map(ItemWords::name).filter(name -> !name.isEmpty()).orElse(head.itemName());
    }

    /** Name of a step. */
    String step(String id) {
        return own().map(words -> words.step(id)).orElse(id);
    }

    /** Names of steps, as a list in a sentence. */
    String steps(List<String> ids) {
        return ids.stream().map(this::step).distinct().collect(Collectors.joining(hall.text("word.and")));
    }

    /** Name of an outcome. */
    String outcome(String name) {
        return own().map(words -> words.text("outcome." + name))
                .filter(text -> !text.isEmpty())
                .or(() -> maybe("word.outcome." + name))
                .orElse(name);
    }

    /** Name of a material. */
    String material(String code) {
        return own().map(words -> words.material(code)).orElse(code);
    }

    String state(CaseState state) {
        return hall.text("word.state." + state.key());
    }

    /** Where a case is: at these steps, or ended. */
    String where(CaseState state, List<String> openSteps) {
        return openSteps.isEmpty()
                ? hall.text("desk.where.ended", state(state))
                : hall.text("desk.where.steps", steps(openSteps));
    }

    /** Name of a post; empty for none. */
    String post(String post) {
        return post.isEmpty() ? "" : maybe("word.post." + post).orElse(post);
    }

    /** What a rule said; its key and arguments when the item has no such text. */
    String message(String key, List<String> arguments) {
        String pattern = own().map(words -> words.text(key)).orElse("");
        // In the texts of items, as in the hall's, an apostrophe is an apostrophe.
        return pattern.isEmpty()
                ? key + (arguments.isEmpty() ? "" : " " + String.join(", ", arguments))
                : new MessageFormat(pattern.replace("'", "''"), Locale.forLanguageTag(language))
                        .format(arguments.toArray());
    }

    private Optional<ItemWords> own() {
        return version.map(found -> new ItemWords(found, hall, language));
    }
}
