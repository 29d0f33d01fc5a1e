package org.openhall.api.forms;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** Compiles the form of an item version. Pure; safe for many threads. */
@ProviderType
public interface Forms {

    /** The outcome of compiling. */
    sealed interface Compiled permits Good, Bad {}

    /**
     * A form that can be filled in.
     *
     * @param form immutable
     */
    record Good(Form form) implements Compiled {}

    /**
     * The form uses what the hall does not know, or contradicts itself.
     *
     * @param defects at least one, each with file and line
     */
    record Bad(List<Defect> defects) implements Compiled {}

    /**
     * Compiles a form.
     *
     * @param schemaFile path of the schema, for defects
     * @param schema JSON Schema 2020-12 of the answers
     * @param uiFile path of the UI schema, for defects
     * @param ui JSON Forms UI schema: Categorization of Categories
     * @param texts by language ("zh", "en"), then by key; see {@code bundles/org.openhall.forms/README.md} for the keys
     * @return the form, or its defects
     */
    Compiled compile(
            String schemaFile, String schema, String uiFile, String ui, Map<String, Map<String, String>> texts);
}
