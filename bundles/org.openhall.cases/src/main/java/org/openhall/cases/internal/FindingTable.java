package org.openhall.cases.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.openhall.api.cases.CaseFile.CaseFinding;
import org.openhall.api.json.Json;
import org.openhall.storage.Database;

/** What rules said when the cases were filed: keys and arguments of texts, never words. */
final class FindingTable {

    private static final String ARGUMENTS = "arguments";

    private final Database database;
    private final Json json;

    FindingTable(Database database, Json json) {
        this.database = database;
        this.json = json;
    }

    void add(long caseId, List<CaseFinding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        PreparedBatch batch = database.handle()
                .prepareBatch("insert into case_finding (case_id, rule, pointer, message, arguments)"
                        + " values (:case, :rule, :pointer, :message, :arguments)");
        for (CaseFinding finding : findings) {
            batch.bind("case", caseId)
                    .bind("rule", finding.rule())
                    .bind("pointer", finding.pointer())
                    .bind("message", finding.message())
                    .bind("arguments", json.text(Map.of(ARGUMENTS, finding.arguments())))
                    .add();
        }
        batch.execute();
    }

    List<CaseFinding> ofCase(long caseId) {
        return database.handle()
                .createQuery("select rule, pointer, message, arguments from case_finding where case_id = :case"
                        + " order by id limit 500")
                .bind("case", caseId)
                .map((row, context) -> new CaseFinding(
                        row.getString("rule"),
                        row.getString("pointer"),
                        row.getString("message"),
                        arguments(row.getString("arguments"))))
                .list();
    }

    Map<Long, List<CaseFinding>> ofCases(Collection<Long> cases) {
        return cases.isEmpty()
                ? Map.of()
                : database
                        .handle()
                        .createQuery("select case_id, rule, pointer, message, arguments from case_finding"
                                + " where case_id in (<cases>) order by id")
                        .bindList("cases", List.copyOf(cases))
                        .map((row, context) -> Map.entry(
                                row.getLong("case_id"),
                                new CaseFinding(
                                        row.getString("rule"),
                                        row.getString("pointer"),
                                        row.getString("message"),
                                        arguments(row.getString("arguments")))))
                        .stream()
                        .collect(Collectors.groupingBy(
                                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private List<String> arguments(String text) {
        return json.object(text).get(ARGUMENTS) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
