package org.openhall.api.storage;

import java.io.IOException;
import java.io.InputStream;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Takes files of a backup back. Registered as a service by the bundle that keeps them; called on one thread while a backup is restored,
 * when the database is not open yet.
 */
@ConsumerType
public interface RestoredFiles {

    /**
     * Which files.
     *
     * @return as {@link BackedUpFiles#folder}
     */
    String folder();

    /**
     * Whether no file is kept yet. Only then something is restored.
     *
     * @throws IOException when that cannot be found out
     */
    boolean empty() throws IOException;

    /**
     * Keeps a file; on return it is on disk.
     *
     * @param sha256 of the content
     * @param bytes the content; not closed
     * @return false when the content is another one: then nothing is kept
     * @throws IOException when it cannot be written
     */
    boolean put(String sha256, InputStream bytes) throws IOException;
}
