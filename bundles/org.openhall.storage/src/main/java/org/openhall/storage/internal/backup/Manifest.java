package org.openhall.storage.internal.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.openhall.storage.internal.backup.DataFiles.DataFile;

/**
 * What stands at the end of a backup, as JSON: where it comes from and what must be in it.
 *
 * @param format of the backup
 * @param origin where it comes from
 * @param data files beside the settings
 * @param tables in the order in which they can be filled
 * @param next what comes next in each number series
 * @param parts of the tables, in their order
 * @param files the sets of files, in their order
 */
record Manifest(
        int format,
        Origin origin,
        List<DataFile> data,
        List<TableShape> tables,
        Map<String, Long> next,
        List<Part> parts,
        List<FileSet> files) {

    static final String NAME = "manifest.json";

    /** The SHA-256 of the manifest, as sha256sum prints it. */
    static final String SEAL = "manifest.json.sha256";

    /** What this hall writes and reads. */
    static final int FORMAT = 1;

    private static final String IDENTIFIER = "[a-z][a-z0-9_]{0,62}";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    /**
     * Where a backup comes from.
     *
     * @param hall version of the hall
     * @param schema the last migration
     * @param database kind and version
     * @param at when its rows were as they are in it, ISO 8601
     */
    record Origin(String hall, String schema, String database, String at) {}

    /**
     * A part of a table.
     *
     * @param name in the tar
     * @param table whose rows
     * @param rows how many
     * @param bytes how long
     * @param sha256 of these bytes
     */
    record Part(String name, String table, long rows, long bytes, String sha256) {}

    /**
     * Files of one folder.
     *
     * @param folder in the tar
     * @param count of files
     * @param bytes of them
     * @param sha256 of all their names, sizes and SHA-256 in their order, a line each
     * @param missing how many are named by rows and not in it
     * @param damaged how many are in it, but not what their name says
     */
    record FileSet(String folder, long count, long bytes, String sha256, long missing, long damaged) {}

    /** Names become SQL and places of files: only those that a hall has are taken. */
    Manifest {
        Set<String> names = tables.stream().map(TableShape::name).collect(Collectors.toSet());
        boolean sound = names.stream().allMatch(name -> name.matches(IDENTIFIER))
                && tables.stream()
                        .flatMap(table -> table.columns().stream())
                        .allMatch(column -> column.name().matches(IDENTIFIER))
                && next.keySet().stream().allMatch(name -> name.matches(IDENTIFIER + "(\\." + IDENTIFIER + ")?"))
                && parts.stream().allMatch(part -> names.contains(part.table()))
                && files.stream().allMatch(set -> set.folder().matches("[a-z]{1,16}"));
        if (!sound) {
            throw new IllegalArgumentException("The manifest has names that no hall has");
        }
    }

    /** All rows of a table. */
    long rows(String table) {
        return parts.stream()
                .filter(part -> part.table().equals(table))
                .mapToLong(Part::rows)
                .sum();
    }

    byte[] json() throws IOException {
        return JSON.writeValueAsBytes(this);
    }

    /** Read first: another format has other things in it. */
    private record Format(int format) {}

    /**
     * Reads one.
     *
     * @throws BrokenBackup when it is of another format, or none
     */
    static Manifest of(byte[] json) throws IOException {
        try {
            Format written = JSON.readerFor(Format.class)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(json);
            if (written.format() != FORMAT) {
                throw new BrokenBackup("its format is " + written.format() + ", and this hall reads only " + FORMAT);
            }
            return JSON.readValue(json, Manifest.class);
        } catch (JsonProcessingException e) {
            throw new BrokenBackup("its manifest cannot be read: " + e.getOriginalMessage(), e);
        }
    }
}
