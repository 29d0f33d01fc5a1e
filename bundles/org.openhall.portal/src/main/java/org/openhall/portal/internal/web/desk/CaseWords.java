package org.openhall.portal.internal.web.desk;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openhall.api.cases.CaseFile;
import org.openhall.api.cases.CaseFile.CaseFinding;
import org.openhall.api.cases.CaseHead;
import org.openhall.api.cases.CaseState;
import org.openhall.api.catalogue.Catalogue;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.portal.internal.view.ItemWords;
import org.openhall.portal.internal.view.Pages;
import org.openhall.portal.internal.view.Texts;
import org.openhall.portal.internal.view.WaitWords;
import org.openhall.portal.internal.view.Words;

/** Words for one case; where its item version is not in the hall, identifiers stand for names and nothing is lost. */
final class CaseWords {

    private final Optional<ItemVersion> version;
    private final Texts texts;
    private final Words hall;
    private final String language;
    private final ItemWords own;

    CaseWords(Optional<ItemVersion> version, Texts texts, Words hall, String language) {
        this.version = version;
        this.texts = texts;
        this.hall = hall;
        this.language = language;
        this.own = new ItemWords(version, texts, language);
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
        return own.item(head);
    }

    /** Why the case waits, when the code of its item is away. */
    Optional<WaitWords.Notice> waiting(CaseFile file) {
        return WaitWords.forOfficials(file.waiting(), own, hall);
    }

    /** Name of a step. */
    String step(String id) {
        return own.step(id);
    }

    /** Names of steps, as a list in a sentence. */
    String steps(List<String> ids) {
        return ids.stream().map(this::step).distinct().collect(Collectors.joining(hall.text("word.and")));
    }

    /** Name of an outcome. */
    String outcome(String name) {
        return own.outcome(name);
    }

    /** Name of a material. */
    String material(String code) {
        return own.material(code);
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

    /** What a rule said, or that it gave no answer. */
    String finding(CaseFinding finding) {
        return own.finding(finding);
    }
}
