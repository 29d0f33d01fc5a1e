package org.openhall.storage.internal;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;

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

    /** Lock and statement time-outs, a server that stops or is full, a closed or unreadable H2 file. */
    private static final Set<String> OUTAGES = Set.of(
            "HYT00", "55P03", "57014", "57P01", "57P02", "57P03", "25P03", "53300", "90007", "90020", "90028", "90031",
            "90067", "90098", "90121");

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

    private static Trouble classify(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        if (CONFLICTS.contains(state)) {
            return CONFLICT;
        }
        boolean outage = state.startsWith("08")
                || OUTAGES.contains(state)
                || e instanceof SQLTransientConnectionException
                || e instanceof SQLRecoverableException;
        return outage ? UNAVAILABLE : OTHER;
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
