package org.openhall.storage;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
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

    /**
     * Whether a transaction (or read) is open on this thread.
     *
     * @return whether {@link #handle} would give one
     */
    boolean isOpen();

    /**
     * Inserts a row unless its key is there, waiting for whoever is inserting the same key. The transaction goes on either way.
     *
     * @param table its name
     * @param columns all that get a value
     * @param values binds each of them by its name
     * @return whether the row was inserted
     * @throws IllegalStateException when no transaction is open
     */
    boolean insertUnlessThere(String table, List<String> columns, UnaryOperator<Update> values);
}
