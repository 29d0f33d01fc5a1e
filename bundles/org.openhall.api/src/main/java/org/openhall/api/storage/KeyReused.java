package org.openhall.api.storage;

/** An idempotency key was used again with another body. Becomes 422. */
public final class KeyReused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Makes one. */
    public KeyReused() {
        super("The idempotency key was used for another request");
    }
}
