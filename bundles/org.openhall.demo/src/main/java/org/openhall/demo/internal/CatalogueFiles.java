package org.openhall.demo.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.openhall.api.catalogue.Catalogue;
import org.openhall.api.catalogue.Implementation;
import org.openhall.api.json.Json;
import org.openhall.api.users.Directory;

/** Reads the two catalogues line by line into the implementation list, with their regions and departments. */
final class CatalogueFiles {

    private static final List<String> FILES = List.of("catalogue-guangdong.jsonl", "catalogue-guangan.jsonl");
    private static final int BATCH = 500;
    private static final Set<String> COLUMNS = Set.of(
            "code",
            "catalogueCode",
            "name",
            "departmentCode",
            "department",
            "regionCode",
            "region",
            "powerType",
            "subjects",
            "themes",
            "promisedDays",
            "statutoryDays",
            "visits");

    private final Json json;
    private final Map<String, Directory.Department> departments = new TreeMap<>();

    CatalogueFiles(Json json) {
        this.json = json;
    }

    void copyTo(Catalogue catalogue) throws IOException {
        for (String file : FILES) {
            List<Implementation> batch = new ArrayList<>(BATCH);
            try (BufferedReader lines = open(file)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    Implementation row = row(json.object(line));
                    departments.put(
                            row.departmentCode(),
                            new Directory.Department(row.departmentCode(), row.department(), row.regionCode()));
                    batch.add(row);
                    if (batch.size() == BATCH) {
                        catalogue.put(batch);
                        batch.clear();
                    }
                }
            }
            if (!batch.isEmpty()) {
                catalogue.put(batch);
            }
        }
    }

    List<Directory.Department> departments() {
        return List.copyOf(departments.values());
    }

    private static BufferedReader open(String file) {
        InputStream in = CatalogueFiles.class.getResourceAsStream("/org/openhall/demo/" + file);
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    private static Implementation row(Map<String, Object> source) {
        Map<String, Object> more = new LinkedHashMap<>(source);
        more.keySet().removeAll(COLUMNS);
        return new Implementation(
                text(source, "code"),
                text(source, "catalogueCode"),
                text(source, "name"),
                text(source, "departmentCode"),
                text(source, "department"),
                text(source, "regionCode"),
                text(source, "region"),
                text(source, "powerType"),
                texts(source, "subjects"),
                texts(source, "themes"),
                number(source, "promisedDays"),
                number(source, "statutoryDays"),
                number(source, "visits"),
                "",
                more);
    }

    private static String text(Map<String, Object> source, String key) {
        return source.get(key) instanceof String text ? text : "";
    }

    private static List<String> texts(Map<String, Object> source, String key) {
        return source.get(key) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static OptionalInt number(Map<String, Object> source, String key) {
        return source.get(key) instanceof Number number ? OptionalInt.of(number.intValue()) : OptionalInt.empty();
    }
}
