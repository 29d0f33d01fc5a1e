package org.openhall.api.catalogue;

/** The item cannot be served now: not active, or its bundle is missing. Becomes 503 with Retry-After; nothing is lost. */
public final class ItemUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param item the item's key and version
     */
    public ItemUnavailable(String item) {
        super("Item " + item + " is not available now");
    }
}
