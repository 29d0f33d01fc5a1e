package org.openhall.storage.internal;

/** A transaction that changes something, from its beginning until what it committed outlives this process. */
interface Change extends AutoCloseable {

    /** Of a database whose commit says so itself. */
    Change OF_A_SERVER = new Change() {
        @Override
        public void keep() {
            // its commit has done it
        }

        @Override
        public void close() {
            // nobody waits for it
        }
    };

    /**
     * Returns when what was committed outlives this process.
     *
     * @throws org.openhall.api.storage.StorageUnavailable when that cannot be said
     */
    void keep();

    /** It is over, whether or not it was committed. */
    @Override
    void close();
}
