package org.openhall.materials.internal;

import java.util.List;
import java.util.Optional;
import org.openhall.storage.Database;

/**
 * Whether a draft still takes files: one row for each draft that has or had some, or was filed or deleted. Whoever adds a file and whoever
 * closes the draft hold this row until they commit, so no file can follow behind a filing, on this node or another.
 */
final class DraftGateTable {

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

    /**
     * No file is taken after the transaction; waits for those that are just being added.
     *
     * @return false when there never was one
     */
    boolean close(long draft) {
        return !add(draft, true) && shut(draft);
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

    /** False when somebody else was faster. */
    private boolean add(long draft, boolean closed) {
        return database.insertUnlessThere(
                "material_gate",
                List.of("draft_id", "closed"),
                row -> row.bind("draft_id", draft).bind("closed", closed));
    }
}
