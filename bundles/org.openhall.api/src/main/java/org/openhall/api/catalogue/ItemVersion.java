package org.openhall.api.catalogue;

import java.util.Map;
import org.openhall.api.forms.Form;
import org.openhall.item.Answers;

/**
 * Snapshot of one deployed version: all that pages, documents and history need. Immutable; nothing in it comes from the bundle at request
 * time.
 *
 * @param definition what {@code item.yaml} says
 * @param sha256 of the bundle
 * @param form compiled
 * @param texts by language ("zh", "en"), then by key
 * @param templates document templates by identifier
 */
public record ItemVersion(
        ItemDefinition definition,
        String sha256,
        Form form,
        Map<String, Map<String, String>> texts,
        Map<String, String> templates) {

    /**
     * A text.
     *
     * @param language "zh" or "en"
     * @param key the key
     * @return the text; the Chinese one when the language lacks it, "" when there is none
     */
    public String text(String language, String key) {
        String text = texts.getOrDefault(language, Map.of()).get(key);
        return text != null ? text : texts.getOrDefault("zh", Map.of()).getOrDefault(key, "");
    }

    /**
     * Whether an application cannot be filed without a material.
     *
     * @param material of this version
     * @param answers effective ones
     * @return true when at least one file must be there
     */
    public boolean requires(ItemDefinition.MaterialSpec material, Answers answers) {
        return material.need() == ItemDefinition.Need.REQUIRED
                || material.need() == ItemDefinition.Need.CONDITIONAL && form.holds(material.when(), answers);
    }

    /**
     * The version.
     *
     * @return of the definition
     */
    public Version version() {
        return definition.version();
    }

    /** Names the version. */
    @Override
    public String toString() {
        return definition.item() + " " + definition.version();
    }
}
