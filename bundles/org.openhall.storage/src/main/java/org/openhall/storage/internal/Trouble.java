package org.openhall.storage.internal;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.JdbiException;

/** What a failure of the database means for whoever asked. */
enum Trouble {
    /** Two transactions were in each other's way; the same work may succeed at once. */
    CONFLICT,
    /** The database does not answer in time. */
    UNAVAILABLE,
    /** A mistake in the statement or in the data. */
    OTHER;

    /** Serialisation failure and deadlock (SQL standard, PostgreSQL), concurrent update (H2). */
    private static final Set<String> CONFLICTS = Set.of("40001", "40P01", "90131");

    /**
     * Lock and statement time-outs, a server that stops, has become a standby or cannot read or write its disk, an H2 file that is closed,
     * full, unreadable or cannot be written.
     */
    private static final Set<String> OUTAGES = Set.of(
            "HYT00", "55P03", "57014", "57P01", "57P02", "57P03", "25P03", "25006", "58030", "90007", "90020", "90028",
            "90030", "90031", "90067", "90097", "90098", "90100", "90121");

    /** A server without room: on its disk, in its memory, for one more connection. */
    private static final String NO_ROOM = "53";

    /** After these H2 is closed, or cannot write, until its file is opened anew. */
    private static final Set<String> CLOSED = Set.of("90028", "90030", "90031", "90097", "90098", "90100", "90121");

    /** What H2 keeps its file with; when writing fails it closes the file under everybody. */
    private static final String STORE_FAILURE = "org.h2.mvstore.MVStoreException";

    static Trouble of(Throwable failure) {
        return sql(failure).map(Trouble::classify).orElse(OTHER);
    }

    /** Whether a key was there already. */
    static boolean duplicate(Throwable failure) {
        return sql(failure)
                .map(SQLException::getSQLState)
                .filter("23505"::equals)
                .isPresent();
    }

    /** Whether an embedded database must be opened anew. */
    static boolean closes(Throwable failure) {
        return sql(failure)
                .filter(e -> CLOSED.contains(state(e)) || storeFailed(e))
                .isPresent();
    }

    /** Whether the file of an embedded database is held by somebody. */
    static boolean locked(Throwable failure) {
        return sql(failure).map(Trouble::state).filter("90020"::equals).isPresent();
    }

    /** Whether the database threw this, or what leads to it, in whatever form. Java leaves out where its own exceptions come from when there are many. */
    static boolean ofDatabase(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SQLException || t instanceof JdbiException || thrownByH2(t)) {
                return true;
            }
        }
        return false;
    }

    private static boolean thrownByH2(Throwable failure) {
        return Stream.of(failure.getStackTrace())
                .map(StackTraceElement::getClassName)
                .dropWhile(name -> name.startsWith("java.") || name.startsWith("jdk."))
                .findFirst()
                .map(name -> name.startsWith("org.h2."))
                .orElse(failure.getClass().getName().startsWith("java."));
    }

    private static Trouble classify(SQLException e) {
        String state = state(e);
        if (CONFLICTS.contains(state)) {
            return CONFLICT;
        }
        boolean outage = state.startsWith("08")
                || state.startsWith(NO_ROOM)
                || OUTAGES.contains(state)
                || e instanceof SQLTransientConnectionException
                || e instanceof SQLRecoverableException
                || storeFailed(e);
        return outage ? UNAVAILABLE : OTHER;
    }

    private static String state(SQLException e) {
        return e.getSQLState() == null ? "" : e.getSQLState();
    }

    /** By name, because not every database brings H2 along. */
    private static boolean storeFailed(SQLException e) {
        for (Throwable t = e.getCause(); t != null; t = t.getCause()) {
            if (t.getClass().getName().equals(STORE_FAILURE)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<SQLException> sql(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SQLException e) {
                return Optional.of(e);
            }
        }
        return Optional.empty();
    }
}
