package org.openhall.storage.internal.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** Reads the files of a backup from the first to the last. */
final class TarIn implements AutoCloseable {

    private static final int BUFFER = 256 * 1024;

    private final TarArchiveInputStream tar;

    private TarIn(InputStream in) {
        this.tar = new TarArchiveInputStream(in);
    }

    static TarIn of(Path file) throws IOException {
        return new TarIn(new BufferedInputStream(Files.newInputStream(file), BUFFER));
    }

    /**
     * One of the files.
     *
     * @param name of it; nothing is ever written to where it says
     * @param size in bytes
     */
    record Entry(String name, long size) {}

    /** The next file, whatever of the one before was read; empty at the end. */
    Optional<Entry> next() throws IOException {
        TarArchiveEntry entry = tar.getNextEntry();
        if (entry == null) {
            return Optional.empty();
        }
        // a backup has neither folders nor links
        if (!entry.isCheckSumOK() || entry.getLinkFlag() != TarConstants.LF_NORMAL) {
            throw new BrokenBackup("where a file should begin there is something else");
        }
        return Optional.of(new Entry(entry.getName(), entry.getSize()));
    }

    /** The content of the file at hand; not to be closed. */
    InputStream content() {
        return tar;
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }
}
