package org.openhall.cases.internal;

import java.time.Instant;
import java.util.List;
import org.openhall.api.cases.CaseFile.MaterialOpinion;
import org.openhall.storage.Database;

/** Opinions of officials about single files. Rows are only ever added; the last one counts. */
final class OpinionTable {

    private final Database database;

    OpinionTable(Database database) {
        this.database = database;
    }

    void add(long caseId, long material, boolean sound, String text, Actor by, Instant at) {
        database.handle()
                .createUpdate(
                        "insert into material_opinion (case_id, material_id, sound, text, account_id, account_name,"
                                + " post, at) values (:case, :material, :sound, :text, :account, :name, :post, :at)")
                .bind("case", caseId)
                .bind("material", material)
                .bind("sound", sound)
                .bind("text", text)
                .bind("account", by.account().orElseThrow())
                .bind("name", by.name())
                .bind("post", by.post())
                .bind("at", at)
                .execute();
    }

    /** Last first. */
    List<MaterialOpinion> ofCase(long caseId) {
        return database.handle()
                .createQuery("select material_id, sound, text, account_name, post, at from material_opinion"
                        + " where case_id = :case order by id desc limit 1000")
                .bind("case", caseId)
                .map((row, context) -> new MaterialOpinion(
                        row.getLong("material_id"),
                        row.getBoolean("sound"),
                        row.getString("text"),
                        row.getString("account_name"),
                        row.getString("post"),
                        CaseTable.instant(row, "at").orElseThrow()))
                .list();
    }
}
