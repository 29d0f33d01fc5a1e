package org.openhall.storage.internal.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.openhall.api.storage.BackedUpFiles;
import org.openhall.api.storage.Backups.Lacking;
import org.openhall.storage.internal.Hashes;
import org.openhall.storage.internal.backup.Manifest.FileSet;

/**
 * The files of one folder on their way into a tar; held until it is closed. What is missing or damaged is noted and stops nothing: the rest is
 * wanted all the more.
 */
final class FilesOut implements AutoCloseable {

    private final BackedUpFiles source;
    private final BackedUpFiles.Hold hold;
    private final NameList names;
    private final MessageDigest list = Hashes.sha256();
    private final Notes missing = new Notes();
    private final Notes damaged = new Notes();
    private long count;
    private long bytes;

    /** Counts, and keeps the first names. */
    private static final class Notes {

        private static final int KEPT = 10;

        private final List<String> some = new ArrayList<>();
        private long count;

        void add(String sha256) {
            count++;
            if (count <= KEPT) {
                some.add(sha256);
            }
        }
    }

    /**
     * Holds the files.
     *
     * @param source whose they are
     * @param folder for the list of names while the backup is made
     */
    FilesOut(BackedUpFiles source, Path folder) throws IOException {
        this.source = source;
        this.names = NameList.in(folder);
        this.hold = source.hold();
    }

    private static String place(String folder, String sha256) {
        return folder + "/" + sha256.substring(0, 2) + "/" + sha256;
    }

    /** What goes into the digest of a set for each file. */
    static byte[] line(String name, long size, String sha256) {
        return (name + " " + size + " " + sha256 + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** Notes which files the snapshot names. */
    void choose() {
        source.names(names::add);
    }

    void write(TarOut tar, Watch watch) throws IOException {
        names.forEach(sha256 -> copy(sha256, tar, watch));
    }

    /** What was written; asked once. */
    FileSet set() {
        String sha256 = HexFormat.of().formatHex(list.digest());
        return new FileSet(source.folder(), count, bytes, sha256, missing.count, damaged.count);
    }

    Lacking missing() {
        return new Lacking(missing.count, missing.some);
    }

    Lacking damaged() {
        return new Lacking(damaged.count, damaged.some);
    }

    private void copy(String name, TarOut tar, Watch watch) throws IOException {
        Optional<BackedUpFiles.Content> found = source.open(name);
        if (found.isEmpty()) {
            missing.add(name);
            return;
        }
        long size = found.get().size();
        try (InputStream content = found.get().bytes()) {
            String sha256 = tar.file(place(source.folder(), name), size, content);
            list.update(line(name, size, sha256));
            if (!sha256.equals(name)) {
                damaged.add(name);
            }
        }
        count++;
        bytes += size;
        watch.file(size);
    }

    @Override
    public void close() throws IOException {
        try (names) {
            hold.close();
        }
    }
}
