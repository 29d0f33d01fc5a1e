package org.openhall.materials.internal;

import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.openhall.storage.Database;

/**
 * Whether a draft still takes files: one row for each draft that has or had some, or was filed or deleted. Whoever adds a file and whoever
 * closes the draft hold this row until they commit, so no file can follow behind a filing, on this node or another.
 */
final class DraftGateTable {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String ADDING = "adding";

    private final Database database;

    DraftGateTable(Database database) {
        this.database = database;
    }

    /** Whether the draft is closed, as far as is committed. */
    boolean closed(long draft) {
        return state(draft, "").orElse(false);
    }

    /** Holds the row of a draft until the transaction ends, and adds it when there is none. */
    boolean lockOpen(long draft) {
        return !state(draft, " for update").orElseGet(() -> {
            add(draft, false);
            return state(draft, " for update").orElseThrow();
        });
    }

    /** No file is taken after the transaction; waits for those that are just being added. */
    void close(long draft) {
        if (!shut(draft) && !add(draft, true)) {
            shut(draft);
        }
    }

    private Optional<Boolean> state(long draft, String more) {
        return database.handle()
                .createQuery("select closed from material_gate where draft_id = :draft" + more)
                .bind("draft", draft)
                .mapTo(Boolean.class)
                .findOne();
    }

    private boolean shut(long draft) {
        return database.handle()
                        .createUpdate("update material_gate set closed = true where draft_id = :draft")
                        .bind("draft", draft)
                        .execute()
                > 0;
    }

    /** False when somebody else was faster; the savepoint keeps PostgreSQL's transaction alive then. */
    private boolean add(long draft, boolean closed) {
        Handle handle = database.handle();
        handle.savepoint(ADDING);
        try {
            handle.createUpdate("insert into material_gate (draft_id, closed) values (:draft, :closed)")
                    .bind("draft", draft)
                    .bind("closed", closed)
                    .execute();
            handle.releaseSavepoint(ADDING);
            return true;
        } catch (UnableToExecuteStatementException failed) {
            if (!(failed.getCause() instanceof SQLException cause) || !UNIQUE_VIOLATION.equals(cause.getSQLState())) {
                throw failed;
            }
            handle.rollbackToSavepoint(ADDING);
            return false;
        }
    }
}
