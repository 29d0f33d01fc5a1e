package org.openhall.storage;

import org.jdbi.v3.core.Handle;
import org.osgi.annotation.versioning.ProviderType;

/** The connection of the open transaction, for classes named {@code …Table}. */
@ProviderType
public interface Database {

    /**
     * The handle of the transaction (or read) open on this thread.
     *
     * @return valid until the transaction ends; not to be closed by the caller
     * @throws IllegalStateException when none is open
     */
    Handle handle();
}
