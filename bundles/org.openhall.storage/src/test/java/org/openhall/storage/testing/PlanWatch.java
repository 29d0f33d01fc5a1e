package org.openhall.storage.testing;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;
import org.openhall.storage.Database;

/**
 * Watches what the Table classes say to the database in a test, and lets it fail at its end when one of the statements would read a large
 * table from one end to the other. So whatever a test drives is asked for its plan, today's statements and tomorrow's.
 */
public final class PlanWatch implements SqlLogger {

    private static final Pattern TABLE_CLASS = Pattern.compile("org\\.openhall\\..*Table(\\$.*)?");
    private static final Pattern LIST = Pattern.compile("\\?(\\s*,\\s*\\?)+");
    private static final Pattern VALUES =
            Pattern.compile("\\s*insert\\s.*\\svalues\\s*\\(.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final LargeHall hall;
    private final Map<String, Optional<String>> judged;
    private final Set<String> complaints = new TreeSet<>();

    /** @param judged what was found about statements so far, for all tests on the same hall */
    PlanWatch(LargeHall hall, Map<String, Optional<String>> judged) {
        this.hall = hall;
        this.judged = judged;
    }

    /** One that has judged nothing yet. */
    public static PlanWatch over(LargeHall hall) {
        return new PlanWatch(hall, new ConcurrentHashMap<>());
    }

    /** The same database, watched. */
    Database watching(Database database) {
        return new Database() {
            @Override
            public Handle handle() {
                Handle handle = database.handle();
                handle.getConfig(SqlStatements.class).setSqlLogger(PlanWatch.this);
                return handle;
            }

            @Override
            public boolean isOpen() {
                return database.isOpen();
            }

            @Override
            public boolean insertUnlessThere(String table, List<String> columns, UnaryOperator<Update> values) {
                return database.insertUnlessThere(table, columns, values);
            }
        };
    }

    @Override
    public void logAfterExecution(StatementContext context) {
        String sql = context.getParsedSql().getSql();
        String key = LIST.matcher(sql).replaceAll("?, …");
        Optional<String> verdict = judged.get(key);
        if (verdict == null && !VALUES.matcher(sql).matches() && fromTableClass()) {
            verdict = judge(sql);
            judged.put(key, verdict);
        }
        if (verdict != null) {
            verdict.ifPresent(this::complain);
        }
    }

    /** What a statement does wrong. */
    public Optional<String> judge(String sql) {
        Plan plan;
        try {
            plan = hall.plan(sql);
        } catch (SQLException e) {
            // thrown in the middle of what is tested it might be taken for trouble of the database
            return Optional.of("cannot be explained: " + sql + "\n" + e);
        }
        return plan.wholeTable().map(table -> "reads all of " + table + ": " + sql + "\n" + plan.text());
    }

    /** What tests themselves ask may be as expensive as they like. */
    private static boolean fromTableClass() {
        return StackWalker.getInstance()
                .walk(frames -> frames.anyMatch(
                        frame -> TABLE_CLASS.matcher(frame.getClassName()).matches()));
    }

    private synchronized void complain(String complaint) {
        complaints.add(complaint);
    }

    /** Fails when a statement of this test reads a large table from end to end. */
    synchronized void check() {
        if (!complaints.isEmpty()) {
            throw new AssertionError(String.join("\n\n", complaints));
        }
    }
}
