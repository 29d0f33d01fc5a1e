package org.openhall.storage.internal;

import java.lang.reflect.Field;
import java.sql.Connection;
import java.sql.SQLException;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of an H2 store that closed itself under transactions that run. It counts who uses a version; when a transaction is ended for its
 * owner, it is counted out twice, and whoever begins a statement next, even to roll back, turns in circles until the count is above zero again:
 * for ever, with a processor to himself.
 */
final class DeadStore {

    private static final Logger LOG = LoggerFactory.getLogger(DeadStore.class);

    /** More than ever count themselves out. */
    private static final int ENOUGH = 1 << 20;

    private final MVStore store;

    private DeadStore(MVStore store) {
        this.store = store;
    }

    /**
     * The store behind a connection, while it lives.
     *
     * @param connection of H2 itself
     */
    static DeadStore behind(Connection connection) throws SQLException {
        try {
            // H2's bundle does not export the classes in between; they are public all the same
            Object found = connection.unwrap(JdbcConnection.class);
            for (String next : new String[] {"getSession", "getDatabase", "getStore", "getMvStore"}) {
                found = found.getClass().getMethod(next).invoke(found);
            }
            return new DeadStore((MVStore) found);
        } catch (ReflectiveOperationException e) {
            throw new SQLException("This H2 hides its store", e);
        }
    }

    /** Lets those go who turn in circles: they are told next that the database is closed. */
    void letGo() {
        try {
            Object users = field(MVStore.class, "currentTxCounter").get(store);
            field(users.getClass(), "counter").setInt(users, ENOUGH);
        } catch (ReflectiveOperationException e) {
            LOG.error("This H2 hides who uses its store: requests that ran when it closed itself may hang", e);
        }
    }

    private static Field field(Class<?> of, String name) throws NoSuchFieldException {
        Field field = of.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }
}
