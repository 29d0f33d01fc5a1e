package org.openhall.storage.internal.backup;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table as a backup has it: lower-case names, columns in their order. */
record TableShape(String name, List<Column> columns) {

    /** At most so many characters or bytes of a value are thought of when rows are fetched. */
    private static final long LARGE = 1_000_000;

    /** Columns of bytes that hold a digest or a name, where any other may hold a file. */
    private static final Set<String> SHORT = Set.of("request", "body_hash", "name_key");

    private static final long FETCHED = 8_000_000;

    /**
     * A column.
     *
     * @param name of it
     * @param kind of its values
     * @param length most characters or bytes; 0 where that is not said
     * @param identity whether the database numbers it
     */
    record Column(String name, Kind kind, long length, boolean identity) {}

    /** How many rows may be fetched at once, however long they are. */
    int fetchSize() {
        long row = columns.stream()
                .mapToLong(column -> SHORT.contains(column.name())
                        ? 100
                        : column.kind() == Kind.BYTES ? LARGE : Math.min(LARGE, column.length()))
                .sum();
        return (int) Math.max(8, Math.min(2_000, FETCHED / (row + 100)));
    }

    String select() {
        return "select " + names().collect(Collectors.joining(", ")) + " from " + name;
    }

    String insert() {
        return "insert into " + name + " (" + names().collect(Collectors.joining(", ")) + ") values ("
                + names().map(column -> "?").collect(Collectors.joining(", ")) + ")";
    }

    private Stream<String> names() {
        return columns.stream().map(Column::name);
    }
}
