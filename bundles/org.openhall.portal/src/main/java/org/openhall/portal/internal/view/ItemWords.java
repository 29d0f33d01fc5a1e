package org.openhall.portal.internal.view;

import org.openhall.api.catalogue.ItemDefinition.MaterialSpec;
import org.openhall.api.catalogue.ItemDefinition.Step;
import org.openhall.api.catalogue.ItemVersion;

/** The texts of one item version in one language; what the item does not say is said by the hall. */
public final class ItemWords {

    private final ItemVersion version;
    private final Words words;
    private final String language;

    /**
     * Speaks for one version.
     *
     * @param version of the item
     * @param words of the hall, in the same language
     * @param language "zh" or "en"
     */
    public ItemWords(ItemVersion version, Words words, String language) {
        this.version = version;
        this.words = words;
        this.language = language;
    }

    /** A text by its key; "" when there is none. */
    public String text(String key) {
        return version.text(language, key);
    }

    /** Name of the item. */
    public String name() {
        return text("name");
    }

    /** Name of a step. */
    public String step(String id) {
        String name = text("step." + id + ".name");
        return name.isEmpty() ? id : name;
    }

    /** What happens at a step; may be empty. */
    public String hint(Step step) {
        return text("step." + step.id() + ".hint");
    }

    /** Name of an act. */
    public String outcome(String name) {
        String own = text("outcome." + name);
        return own.isEmpty() ? words.text("word.outcome." + name) : own;
    }

    /** Name of a material. */
    public String material(String code) {
        String name = text("material." + code + ".name");
        return name.isEmpty() ? code : name;
    }

    /** What a material should be like; may be empty. */
    public String hint(MaterialSpec spec) {
        return text("material." + spec.code() + ".hint");
    }

    /** Name of a document that the item issues. */
    public String document(String template) {
        String name = text("document." + template + ".name");
        return name.isEmpty() ? template : name;
    }
}
