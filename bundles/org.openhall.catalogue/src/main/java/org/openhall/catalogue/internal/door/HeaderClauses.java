package org.openhall.catalogue.internal.door;

import java.util.ArrayList;
import java.util.List;

/** Takes a manifest header of OSGi apart: clauses between commas, parts between semicolons, neither inside quotes. */
final class HeaderClauses {

    private HeaderClauses() {}

    /** The names of all clauses, such as packages, without their attributes and directives. */
    static List<String> names(String header) {
        List<String> names = new ArrayList<>();
        for (String clause : split(header, ',')) {
            for (String part : split(clause, ';')) {
                if (part.indexOf('=') < 0 && !part.isBlank()) {
                    names.add(part.strip());
                }
            }
        }
        return names;
    }

    /** Whether a directive or attribute is given anywhere in the header, quoted or not. */
    static boolean has(String header, String part) {
        return split(header, ',').stream()
                .flatMap(clause -> split(clause, ';').stream())
                .anyMatch(found -> found.replace("\"", "").replaceAll("\\s", "").equals(part));
    }

    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char here = text.charAt(i);
            if (here == '"') {
                quoted = !quoted;
            } else if (here == separator && !quoted) {
                parts.add(text.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(text.substring(from));
        return parts;
    }
}
