package org.openhall.api.storage;

/**
 * The database does not answer now. Nothing was changed, unless it went away just while it was told to commit: then nobody knows. Becomes 503 with
 * Retry-After; who asks again with the same request key gets it done once.
 */
public final class StorageUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param message for the log
     * @param cause what the driver said
     */
    public StorageUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
