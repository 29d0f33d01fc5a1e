package org.openhall.storage.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells how large the file of an embedded database is, and warns each time it has doubled. */
final class FileSize {

    private static final Logger LOG = LoggerFactory.getLogger(FileSize.class);
    private static final long MEBIBYTE = 1024L * 1024L;

    private long warnAt;

    FileSize(int warnAt) {
        this.warnAt = warnAt;
    }

    /** One sentence; empty for a database without a file. */
    String told(OpenDatabase database) {
        Optional<Path> file = database.file().filter(Files::exists);
        return file.isEmpty() ? "" : told(file.get());
    }

    private String told(Path file) {
        try {
            long size = (Files.size(file) + MEBIBYTE - 1) / MEBIBYTE;
            if (size >= warnAt) {
                LOG.warn(
                        "The database file has {} MiB; a clean stop compacts it while little of it is in use; PostgreSQL is for large halls",
                        size);
                warnAt = size * 2;
            }
            return "The database file has " + size + " MiB.";
        } catch (IOException e) {
            LOG.warn("The size of the database file is unknown", e);
            return "";
        }
    }
}
