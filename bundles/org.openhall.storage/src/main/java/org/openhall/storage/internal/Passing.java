package org.openhall.storage.internal;

import java.sql.SQLException;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

/** Leads each statement of a change through the gate of an embedded database. */
final class Passing implements SqlLogger {

    private final Dialect dialect;

    Passing(Dialect dialect) {
        this.dialect = dialect;
    }

    @Override
    public void logBeforeExecution(StatementContext context) {
        dialect.enter();
    }

    @Override
    public void logAfterExecution(StatementContext context) {
        dialect.leave();
    }

    @Override
    public void logException(StatementContext context, SQLException e) {
        dialect.leave();
    }
}
