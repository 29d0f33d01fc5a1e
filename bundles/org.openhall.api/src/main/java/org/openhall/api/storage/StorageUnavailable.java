package org.openhall.api.storage;

/** The database does not answer now; nothing was changed. Becomes 503 with Retry-After. */
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
