package org.openhall.api.storage;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Immutable files, named by the SHA-256 of their content, that belong to the rows of the hall. Registered as a service by the bundle that
 * keeps them; called by {@link Backups} on the thread that makes a backup.
 */
@ConsumerType
public interface BackedUpFiles {

    /**
     * Where they lie in a backup.
     *
     * @return a short name of lower-case letters, the same for ever
     */
    String folder();

    /**
     * From now on nothing is removed that a row names now, at least not by this node. Called before {@link #names}; may wait for what is just
     * being removed.
     *
     * @return to be closed when the files are copied
     */
    Hold hold();

    /** Ends with {@link #close}. */
    @FunctionalInterface
    interface Hold extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Names all files. Called in the transaction whose snapshot is backed up: the tables read what is in the backup.
     *
     * @param each takes one SHA-256 after the other, in lower-case hexadecimal digits; none comes twice
     */
    void names(Consumer<String> each);

    /**
     * Opens a file. Called after the transaction.
     *
     * @param sha256 as named
     * @return empty when it is not there
     * @throws IOException when it cannot be read
     */
    Optional<Content> open(String sha256) throws IOException;

    /**
     * A file's content.
     *
     * @param size in bytes
     * @param bytes so many; to be closed by the caller
     */
    record Content(long size, InputStream bytes) {}
}
