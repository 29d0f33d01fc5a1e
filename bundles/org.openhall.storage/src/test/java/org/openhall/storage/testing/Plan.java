package org.openhall.storage.testing;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How H2 or PostgreSQL would carry out a statement, and whether that reads a large table from one end to the other.
 *
 * @param text as the database explains it
 * @param indexes by name
 */
record Plan(String text, Map<String, Index> indexes) {

    /**
     * An index.
     *
     * @param table of which
     * @param first column; without a condition on it the whole index is read
     */
    record Index(String table, String first) {}

    /** These grow with the items and the officials of a hall, never with its cases, applicants and files. */
    private static final Set<String> SMALL = Set.of(
            "region",
            "department",
            "item_bundle",
            "item_bundle_part",
            "item_version",
            "item_extension",
            "activation",
            "activation_plan",
            "catalogue_turn",
            "deployment_act",
            "implementation",
            "implementation_theme",
            "dry_run",
            "outbox_lease");

    /** Table; how its rows are found; the condition on the index. */
    private static final Pattern H2 = Pattern.compile(
            "PUBLIC\"?\\.\"?(?:\\w+)\"?(?:\\s+\"?\\w+\"?)?\\s+/\\*\\s*PUBLIC\\.(?<index>\\w+)(?:\\.tableScan|:(?<condition>(?:(?!\\*/).)*))?\\s*\\*/",
            Pattern.DOTALL);

    private static final Pattern POSTGRES_TABLE = Pattern.compile("Seq Scan on (\\w+)");

    private static final Pattern POSTGRES_INDEX = Pattern.compile(
            "(?:Index (?:Only )?Scan (?:Backward )?using|Bitmap Index Scan on) (?<index>\\w+)[^\\n]*(?:\\n\\s*Index Cond: (?<condition>[^\\n]*))?");

    /** The first large table that is read from end to end. */
    Optional<String> wholeTable() {
        if (onlyTheFirst()) {
            return Optional.empty();
        }
        return whole(H2.matcher(text)).or(() -> sequential()).or(() -> whole(POSTGRES_INDEX.matcher(text)));
    }

    /** As many rows as are wanted, whichever they are. */
    private boolean onlyTheFirst() {
        return text.contains("index sorted") && text.contains("FETCH FIRST") && !text.contains("WHERE")
                || text.startsWith("Limit")
                        && text.contains("Index")
                        && Stream.of("Index Cond", "Filter", "Sort").noneMatch(text::contains);
    }

    private Optional<String> sequential() {
        return POSTGRES_TABLE
                .matcher(text)
                .results()
                .map(scan -> scan.group(1))
                .filter(Plan::large)
                .findFirst();
    }

    private Optional<String> whole(Matcher scan) {
        while (scan.find()) {
            String name = lower(scan.group("index"));
            // what H2 has no index for it calls by the table's name
            Index index = indexes.getOrDefault(name, new Index(name, ""));
            String condition = scan.group("condition");
            boolean bounded = condition != null
                    && Pattern.compile("\\b" + index.first() + "\\b")
                            .matcher(lower(condition))
                            .find();
            if (!bounded && large(index.table())) {
                return Optional.of(index.table());
            }
        }
        return Optional.empty();
    }

    private static boolean large(String table) {
        return !SMALL.contains(table);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
