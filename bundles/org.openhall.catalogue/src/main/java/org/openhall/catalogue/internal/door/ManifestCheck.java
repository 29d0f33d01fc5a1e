package org.openhall.catalogue.internal.door;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.openhall.catalogue.internal.definition.Defects;

/** Holds the manifest of an item bundle against what an item may say there: code of its own, and nothing that reaches into the hall. */
final class ManifestCheck {

    /** The header that makes a bundle an item; its value is the item's key. */
    static final String ITEM = "OpenHall-Item";

    /** The header that makes a bundle an extension of an item; its value is the extension's key. */
    static final String EXTENSION = "OpenHall-Extension";

    private static final String KEY = "[a-z][a-z0-9-]{0,59}";

    private static final Map<String, String> REFUSED = refused();

    private final Defects defects;
    private final String raw;
    private final Attributes headers;

    ManifestCheck(byte[] manifest, Defects defects) {
        this.defects = defects;
        raw = new String(manifest, StandardCharsets.UTF_8);
        headers = headers(manifest);
    }

    private static Map<String, String> refused() {
        Map<String, String> refused = new LinkedHashMap<>();
        refused.put("Export-Package", "An item gives no packages to others");
        refused.put("Fragment-Host", "An item is no fragment");
        refused.put("DynamicImport-Package", "An item says before it starts what it needs");
        refused.put("Require-Bundle", "An item needs packages, no bundles");
        refused.put("Bundle-Activator", "An item registers rules and steps as components");
        refused.put("Bundle-NativeCode", "An item brings no native code");
        return refused;
    }

    private Attributes headers(byte[] manifest) {
        try {
            return new Manifest(new ByteArrayInputStream(manifest)).getMainAttributes();
        } catch (IOException e) {
            defects.add(
                    JarFile.MANIFEST_NAME, 0, "This is no manifest: " + e.getMessage() + "; build the bundle again.");
            return new Attributes();
        }
    }

    void check() {
        if (extension() && !header(ITEM).isEmpty()) {
            defect(EXTENSION, "A bundle is an item or an extension of one; leave one of the two headers out.");
        } else if (extension() && !item().matches(KEY)) {
            defect(EXTENSION, "The header " + EXTENSION + " is no name; set it to the key in extension.yaml.");
        } else if (!item().matches(KEY)) {
            defect(ITEM, "The header " + ITEM + " is missing or no name; set it to the key of the item in item.yaml.");
        }
        if (!header("Bundle-ManifestVersion").equals("2")) {
            defect("Bundle-ManifestVersion", "Bundle-ManifestVersion must be 2; build the bundle with bnd.");
        }
        if (!bundle().matches("[A-Za-z0-9._-]{1,80}")) {
            defect("Bundle-SymbolicName", "Bundle-SymbolicName is missing or longer than 80 characters; set one.");
        }
        if (HeaderClauses.has(header("Bundle-SymbolicName"), "singleton:=true")) {
            defect(
                    "Bundle-SymbolicName",
                    "Versions of an item run side by side; leave 'singleton:=true' out of Bundle-SymbolicName.");
        }
        if (!version().matches("(0|[1-9][0-9]{0,5})(\\.(0|[1-9][0-9]{0,5})){2}")) {
            defect("Bundle-Version", "Bundle-Version must be major.minor.micro without more, such as 1.0.0.");
        }
        REFUSED.forEach((name, why) -> {
            if (!header(name).isEmpty()) {
                defect(name, why + "; leave the header " + name + " out.");
            }
        });
        String classPath = header("Bundle-ClassPath");
        if (!classPath.isEmpty() && !classPath.strip().equals(".")) {
            defect("Bundle-ClassPath", "An item has no jars inside; leave Bundle-ClassPath out.");
        }
        HeaderClauses.names(header("Import-Package")).stream()
                .filter(name -> !allowed(name))
                .forEach(name -> defect(
                        "Import-Package",
                        "An item may not use the package " + name
                                + "; it has Java's own java.*, org.openhall.item and org.slf4j."));
    }

    /** The key of the item or extension, "" when the manifest does not say. */
    String item() {
        return header(extension() ? EXTENSION : ITEM);
    }

    /** Whether it is no item but extends one. */
    boolean extension() {
        return !header(EXTENSION).isEmpty();
    }

    String bundle() {
        String header = header("Bundle-SymbolicName");
        int more = header.indexOf(';');
        return (more < 0 ? header : header.substring(0, more)).strip();
    }

    String version() {
        return header("Bundle-Version");
    }

    private static boolean allowed(String name) {
        return name.startsWith("java.") || within(name, "org.openhall.item") || within(name, "org.slf4j");
    }

    private static boolean within(String name, String parent) {
        return name.equals(parent) || name.startsWith(parent + ".");
    }

    private String header(String name) {
        String value = headers.getValue(name);
        return value == null ? "" : value.strip();
    }

    private void defect(String header, String message) {
        int line = 0;
        String[] lines = raw.split("\r\n|\r|\n");
        for (int i = 0; i < lines.length && line == 0; i++) {
            if (lines[i].toLowerCase(Locale.ROOT).startsWith(header.toLowerCase(Locale.ROOT) + ":")) {
                line = i + 1;
            }
        }
        defects.add(JarFile.MANIFEST_NAME, line, message);
    }
}
