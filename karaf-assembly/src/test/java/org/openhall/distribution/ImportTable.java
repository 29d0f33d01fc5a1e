package org.openhall.distribution;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What each bundle may import, and what it exports. A new bundle needs a row here. Every bundle may besides use {@code java.*}, the log, the
 * OSGi framework and declarative services.
 */
final class ImportTable {

    /** A row: the bundle's packages for others, its imports from us, and other people's libraries. */
    record Row(Set<String> exports, Set<String> ours, Set<Library> libraries) {}

    /** Other people's libraries, by the packages they consist of. */
    enum Library {
        SQL("javax.sql", "org.osgi.service.jdbc"),
        JDBI("org.jdbi.v3", "io.leangen.geantyref"),
        DRIVERS("org.h2", "org.postgresql"),
        POOL("com.zaxxer.hikari"),
        MIGRATIONS("org.flywaydb"),
        JSON("com.fasterxml.jackson"),
        SCHEMA("com.networknt"),
        YAML("org.snakeyaml"),
        TEMPLATES("freemarker"),
        CODES("com.google.zxing"),
        CRYPTO("org.bouncycastle", "javax.crypto"),
        PACKING("org.apache.commons.compress"),
        UPLOAD("org.apache.commons.fileupload", "org.apache.commons.io"),
        HTTP("jakarta.servlet", "org.osgi.service.servlet", "org.eclipse.jetty", "org.apache.felix.http.jetty"),
        REST("jakarta.ws.rs", "jakarta.annotation", "jakarta.inject", "org.glassfish.jersey"),
        DEPLOY("org.apache.felix.fileinstall"),
        METRICS("io.micrometer", "io.prometheus", "javax.management"),
        COMMANDS("org.apache.karaf.shell", "org.apache.felix.gogo", "org.jline");

        private final List<String> roots;

        Library(String... roots) {
            this.roots = List.of(roots);
        }

        boolean has(String name) {
            return roots.stream().anyMatch(root -> name.equals(root) || name.startsWith(root + "."));
        }

        String[] patterns() {
            return roots.stream().map(root -> root + "..").toArray(String[]::new);
        }
    }

    private static final String ITEM = "org.openhall.item";
    private static final String API = "org.openhall.api";
    private static final String STORAGE = "org.openhall.storage";

    private static final Map<String, Row> ROWS = Map.ofEntries(
            // bundle                         exports          imports from us          libraries
            row("org.openhall.item", exports(ITEM), ours(), uses()),
            row("org.openhall.api", exports(API), ours(ITEM), uses()),
            row("org.openhall.jdbi", exports("org.jdbi.v3"), ours(), uses(Library.values())),
            row(
                    "org.openhall.storage",
                    exports(STORAGE),
                    ours(ITEM, API),
                    uses(
                            Library.SQL,
                            Library.JDBI,
                            Library.DRIVERS,
                            Library.POOL,
                            Library.MIGRATIONS,
                            Library.JSON,
                            Library.PACKING,
                            Library.CRYPTO)),
            row("org.openhall.users", exports(), ours(ITEM, API, STORAGE), uses(Library.JDBI, Library.CRYPTO)),
            row("org.openhall.forms", exports(), ours(ITEM, API), uses(Library.JSON, Library.SCHEMA)),
            row(
                    "org.openhall.catalogue",
                    exports(),
                    ours(ITEM, API, STORAGE),
                    uses(Library.JDBI, Library.YAML, Library.DEPLOY)),
            row("org.openhall.cases", exports(), ours(ITEM, API, STORAGE), uses(Library.JDBI)),
            row("org.openhall.materials", exports(), ours(ITEM, API, STORAGE), uses(Library.JDBI)),
            row(
                    "org.openhall.portal",
                    exports(),
                    ours(ITEM, API),
                    uses(Library.HTTP, Library.REST, Library.JSON, Library.TEMPLATES, Library.CODES, Library.UPLOAD)),
            row("org.openhall.metrics", exports(), ours(API), uses(Library.HTTP, Library.METRICS)),
            row("org.openhall.shell", exports(), ours(API), uses(Library.COMMANDS)),
            row("org.openhall.demo", exports(), ours(ITEM, API), uses()));

    /** Every item is like this one, whatever its name. */
    private static final Row ANY_ITEM = new Row(exports(), ours(ITEM), uses());

    private static final List<String> EVERYBODY = List.of(
            "java.",
            "org.slf4j",
            "org.osgi.framework",
            "org.osgi.service.component",
            "org.osgi.service.cm",
            "org.osgi.util.tracker");

    private ImportTable() {}

    /** The row of a bundle; empty when nobody wrote one. */
    static Optional<Row> of(String bundle) {
        return bundle.startsWith("org.openhall.items.") ? Optional.of(ANY_ITEM) : Optional.ofNullable(ROWS.get(bundle));
    }

    /** Whether a bundle with that row may import that package. */
    static boolean allows(Row row, String name) {
        return EVERYBODY.stream().anyMatch(name::startsWith)
                || within(row.ours(), name)
                || within(row.exports(), name)
                || row.libraries().stream().anyMatch(library -> library.has(name));
    }

    /** Whether a package lies in one of those trees. */
    static boolean within(Set<String> trees, String name) {
        return trees.stream().anyMatch(tree -> name.equals(tree) || name.startsWith(tree + "."));
    }

    private static Map.Entry<String, Row> row(
            String bundle, Set<String> exports, Set<String> ours, Set<Library> libraries) {
        return Map.entry(bundle, new Row(exports, ours, libraries));
    }

    private static Set<String> exports(String... trees) {
        return Set.of(trees);
    }

    private static Set<String> ours(String... trees) {
        return Set.of(trees);
    }

    private static Set<Library> uses(Library... libraries) {
        return Set.of(libraries);
    }
}
