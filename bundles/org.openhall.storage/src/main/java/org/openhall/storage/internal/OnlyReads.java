package org.openhall.storage.internal;

import java.sql.PreparedStatement;
import java.util.regex.Pattern;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementCustomizer;

/** Refuses changes where only reads are announced, on every database alike. */
final class OnlyReads implements StatementCustomizer {

    private static final Pattern READ =
            Pattern.compile("\\s*\\(?\\s*(?:select|with|values)\\b", Pattern.CASE_INSENSITIVE);

    @Override
    public void beforeExecution(PreparedStatement statement, StatementContext context) {
        if (!READ.matcher(context.getParsedSql().getSql()).lookingAt()) {
            throw new IllegalStateException("Transactions.read is for reads; changes need Transactions.run");
        }
    }
}
