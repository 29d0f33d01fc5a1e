package org.openhall.portal.internal.view;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openhall.api.cases.CaseFile;
import org.openhall.api.cases.CaseHead;
import org.openhall.api.catalogue.ItemDefinition.MaterialSpec;
import org.openhall.api.catalogue.ItemDefinition.Step;
import org.openhall.api.catalogue.ItemVersion;

/**
 * The texts of one item version in one language; what the item does not say is said by the hall. Where the version is not in the hall,
 * identifiers stand for names and nothing is lost.
 */
public final class ItemWords {

    private final Optional<ItemVersion> version;
    private final Texts texts;
    private final String language;

    /**
     * Speaks for a version that is there.
     *
     * @param version of the item
     * @param words of the hall, in the same language
     * @param language "zh" or "en"
     */
    public ItemWords(ItemVersion version, Words words, String language) {
        this(Optional.of(version), words.texts(), language);
    }

    /**
     * Speaks for a version that may be missing.
     *
     * @param version of the item
     * @param texts the hall's words
     * @param language "zh" or "en"
     */
    public ItemWords(Optional<ItemVersion> version, Texts texts, String language) {
        this.version = version;
        this.texts = texts;
        this.language = language;
    }

    /** A text by its key; "" when there is none. */
    public String text(String key) {
        return version.map(item -> item.text(language, key)).orElse("");
    }

    /** Name of the item. */
    public String name() {
        return text("name");
    }

    /** Name of a case's item: in Chinese as it was when the case was filed. */
    public String item(CaseHead head) {
        return language.equals("zh") ? head.itemName() : own("name", head.itemName());
    }

    /** Name of a step. */
    public String step(String id) {
        return own("step." + id + ".name", id);
    }

    /** What happens at a step; may be empty. */
    public String hint(Step step) {
        return text("step." + step.id() + ".hint");
    }

    /** Name of an act: the item's own, else the hall's. */
    public String outcome(String name) {
        String key = "word.outcome." + name;
        return own("outcome." + name, texts.has(language, key) ? texts.text(language, key) : name);
    }

    /** Name of a material. */
    public String material(String code) {
        return own("material." + code + ".name", code);
    }

    /** What a material should be like; may be empty. */
    public String hint(MaterialSpec spec) {
        return text("material." + spec.code() + ".hint");
    }

    /** Name of a document that the item issues. */
    public String document(String template) {
        return own("document." + template + ".name", template);
    }

    /** What a rule said when the case was filed; its key and arguments when the item has no such text. */
    public String finding(CaseFile.CaseFinding finding) {
        if (finding.message().isEmpty()) {
            return texts.text(language, "word.unchecked", finding.rule());
        }
        List<String> arguments = finding.arguments();
        String pattern = text(finding.message());
        if (pattern.isEmpty()) {
            return finding.message() + (arguments.isEmpty() ? "" : " " + String.join(", ", arguments));
        }
        // In the texts of items, as in the hall's, an apostrophe is an apostrophe.
        return new MessageFormat(pattern.replace("'", "''"), Locale.forLanguageTag(language))
                .format(arguments.toArray());
    }

    private String own(String key, String otherwise) {
        String text = text(key);
        return text.isEmpty() ? otherwise : text;
    }
}
