package org.openhall.portal.internal.view;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openhall.api.cases.CaseFile;
import org.openhall.api.cases.CaseHead;
import org.openhall.api.catalogue.ItemVersion;

/** The words of one case: those of its item's version, and the hall's where the item has none. */
public final class CaseWords {

    private final Optional<ItemVersion> version;
    private final Texts texts;
    private final String language;

    /**
     * Speaks of one case.
     *
     * @param version under which it was filed; empty when it is not known any more
     * @param texts the hall's words
     * @param language "zh" or "en"
     */
    public CaseWords(Optional<ItemVersion> version, Texts texts, String language) {
        this.version = version;
        this.texts = texts;
        this.language = language;
    }

    /** Name of the item in this language. */
    public String item(CaseHead head) {
        return language.equals("zh") ? head.itemName() : own("name").orElse(head.itemName());
    }

    /** Name of a step. */
    public String step(String id) {
        return id.isEmpty() ? "" : own("step." + id + ".name").orElse(id);
    }

    /** Name of an act. */
    public String outcome(String name) {
        if (name.isEmpty()) {
            return "";
        }
        String key = "word.outcome." + name;
        return own("outcome." + name).orElseGet(() -> texts.has(language, key) ? texts.text(language, key) : name);
    }

    /** Name of a material. */
    public String material(String code) {
        return own("material." + code + ".name").orElse(code);
    }

    /** Name of a document the applicant gets. */
    public String document(String template) {
        String key = "word.document." + template;
        return own("document." + template + ".name")
                .orElseGet(() -> texts.has(language, key) ? texts.text(language, key) : template);
    }

    /** State of the case as a whole. */
    public String state(CaseHead head) {
        return texts.text(language, "word.state." + head.state().key());
    }

    /** What a rule said when the case was filed. */
    public String finding(CaseFile.CaseFinding finding) {
        if (finding.message().isEmpty()) {
            return texts.text(language, "word.unchecked", finding.rule());
        }
        List<String> arguments = finding.arguments();
        return own(finding.message())
                .map(pattern -> new MessageFormat(pattern, Locale.forLanguageTag(language)).format(arguments.toArray()))
                .orElse(finding.message());
    }

    private Optional<String> own(String key) {
        return version.map(item -> item.text(language, key)).filter(text -> !text.isEmpty());
    }
}
