package org.openhall.catalogue.internal.definition;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openhall.api.json.Json;

/**
 * The raw definition of one version, as it lay in the bundle: what the hall keeps to rebuild everything without the bundle.
 *
 * @param bundle symbolic name of the bundle it came in
 * @param files content by path, such as {@code OPENHALL-INF/item.yaml}
 */
public record ItemFiles(String bundle, Map<String, String> files) {

    /** Where the definition lies in a bundle. */
    public static final String FOLDER = "OPENHALL-INF/";

    /** The definition itself. */
    public static final String YAML = FOLDER + "item.yaml";

    /** The definition of an extension. */
    public static final String EXTENSION = FOLDER + "extension.yaml";

    static final String SCHEMA = FOLDER + "form.schema.json";
    static final String UI = FOLDER + "form.ui.json";

    private static final Pattern DOCUMENT = Pattern.compile(FOLDER + "documents/([a-z][a-z0-9-]{0,59})\\.ftlh");
    private static final Pattern OTHER =
            Pattern.compile(FOLDER + "(i18n/(zh|en)\\.properties|samples/[A-Za-z0-9._-]{1,80}\\.json)");

    public ItemFiles {
        files = Map.copyOf(files);
    }

    /** Whether they describe an extension of an item, not an item. */
    public boolean extend() {
        return files.containsKey(EXTENSION);
    }

    /** Whether the hall knows what a file in the folder is for. */
    public static boolean knows(String path) {
        return path.equals(YAML)
                || path.equals(EXTENSION)
                || path.equals(SCHEMA)
                || path.equals(UI)
                || DOCUMENT.matcher(path).matches()
                || OTHER.matcher(path).matches();
    }

    /** The identifier of the document whose template a path is. */
    static Optional<String> document(String path) {
        Matcher document = DOCUMENT.matcher(path);
        return document.matches() ? Optional.of(document.group(1)) : Optional.empty();
    }

    static String template(String document) {
        return FOLDER + "documents/" + document + ".ftlh";
    }

    /** As JSON, for the database. */
    public String text(Json json) {
        return json.text(Map.of("bundle", bundle, "files", files));
    }

    /** From JSON as {@link #text} wrote it. */
    public static ItemFiles of(Json json, String text) {
        Map<String, Object> stored = json.object(text);
        Map<String, String> files = new LinkedHashMap<>();
        ((Map<?, ?>) stored.get("files")).forEach((path, content) -> files.put((String) path, (String) content));
        return new ItemFiles((String) stored.get("bundle"), files);
    }
}
