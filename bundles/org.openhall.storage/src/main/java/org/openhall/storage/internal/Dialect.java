package org.openhall.storage.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.statement.Update;

/** What differs between the databases that the hall runs on. */
public sealed interface Dialect permits H2Dialect, PostgresDialect {

    /** The one for an address; refuses what it does not know. */
    static Dialect of(DatabaseAddress address) {
        if (address.url().startsWith("jdbc:h2:")) {
            return new H2Dialect(address);
        }
        if (address.url().startsWith("jdbc:postgresql:")) {
            return new PostgresDialect(address);
        }
        throw new IllegalArgumentException("The hall runs on jdbc:h2: and jdbc:postgresql:, not on " + address);
    }

    /** Connections of their own, without a pool and without time limits. */
    DataSource dataSource();

    /** Connections for upgrades, which may take minutes in a large hall. */
    default DataSource patient() {
        return dataSource();
    }

    /** Connections for a pool: none may keep whoever uses it waiting for long, and none opens a file that was closed. */
    DataSource pooled();

    /**
     * Makes sure that a database which lives in this process can be written, opening its file anew when it was closed; of a server that is its
     * administrator's business.
     *
     * @throws org.openhall.api.storage.StorageUnavailable when it cannot be written
     */
    void prove();

    /** A transaction begins that changes something. */
    default Change begin() {
        return Change.OF_A_SERVER;
    }

    /** In a transaction that changes something this thread is about to send a statement, to commit or to roll back; it may have to wait for who writes. */
    default void enter() {
        // a server sees to it by itself
    }

    /** It has done so. */
    default void leave() {
        // a server sees to it by itself
    }

    /** Whether a database which lives in this process is closed now. */
    default boolean lost() {
        return false;
    }

    /** Closes a database which lives in this process, whatever its state; the next attempt begins from its file. */
    void abandon();

    /** What is sent once on each connection for changes. */
    String prepareChanges();

    /** What is sent once on each connection for reads. */
    String prepareReads();

    /** What is sent once on the connection of a backup: one snapshot, no time limits, no rows gathered in memory. */
    String prepareBackup();

    /** Whether the database lives in this process. */
    boolean embedded();

    /** The file of an embedded database. */
    Optional<Path> file();

    /**
     * SQL for {@link #inserts}: a row with values for some columns.
     *
     * @param table its name
     * @param columns all that get a value, bound by their names
     */
    String insertUnlessThere(String table, List<String> columns);

    /**
     * Inserts a row unless its key is there, waiting for whoever is inserting the same key. The transaction goes on either way.
     *
     * @param insert {@link #insertUnlessThere} with its values
     * @return whether the row was inserted
     */
    boolean inserts(Update insert);
}
