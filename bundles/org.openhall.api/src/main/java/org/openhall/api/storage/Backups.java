package org.openhall.api.storage;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Backs up the whole hall into one file while it serves: every row as of one moment, and the files that those rows name
 * ({@link BackedUpFiles}). The file is a tar of JSON lines and files with a manifest at its end, the same for every database, so that it
 * can be restored on another one and by a newer hall.
 */
@ProviderType
public interface Backups {

    /** What became of a backup. */
    sealed interface Result permits Made, NotMade {}

    /**
     * The file is whole and on disk.
     *
     * @param cases in it
     * @param rows in it, of all tables
     * @param files in it
     * @param fileBytes of these files
     * @param missing files that rows name and that are not there
     * @param damaged files whose content is another one than their name says; they are in it, but are not restored
     * @param size of the backup, in bytes
     * @param took how long it took
     */
    record Made(
            long cases,
            long rows,
            long files,
            long fileBytes,
            Lacking missing,
            Lacking damaged,
            long size,
            Duration took)
            implements Result {}

    /**
     * Files that are not what they should be.
     *
     * @param count how many
     * @param some SHA-256 of a few of them, as named by rows; not empty unless there are none
     */
    record Lacking(long count, List<String> some) {

        public Lacking {
            some = List.copyOf(some);
        }
    }

    /**
     * There is no backup, and nothing is left of it.
     *
     * @param reason why
     * @param detail more for the administrator; may be empty
     */
    record NotMade(Reason reason, String detail) implements Result {}

    /** Why there is no backup. */
    enum Reason {
        /** The file is there already; it is never overwritten. */
        EXISTS,
        /** The file's folder is not there, or the hall may not write there. */
        FOLDER,
        /** Another backup is being made. */
        RUNNING,
        /** A file could not be read or written. */
        DISK,
        /** The database did not give its rows. */
        DATABASE,
        /** The hall was told to stop. */
        STOPPING
    }

    /**
     * How far it is.
     *
     * @param rows so far
     * @param files so far
     * @param bytes of rows and files so far, before compression
     */
    record Progress(long rows, long files, long bytes) {}

    /**
     * Makes a backup. Takes as long as it takes, on the caller's thread; memory is bounded.
     *
     * @param file absolute; written under a hidden name beside it, synced and renamed; only its owner may read it
     * @param progress told every few seconds
     * @return what became of it
     */
    Result make(Path file, Consumer<Progress> progress);
}
