package org.openhall.cases.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openhall.api.json.Json;
import org.openhall.item.Answers;
import org.openhall.storage.Database;

/** The answers with which cases were filed. They never change. */
final class AnswersTable {

    private final Database database;
    private final Json json;

    AnswersTable(Database database, Json json) {
        this.database = database;
        this.json = json;
    }

    void add(long caseId, Answers answers) {
        database.handle()
                .createUpdate("insert into case_answers (case_id, answers) values (:case, :answers)")
                .bind("case", caseId)
                .bind("answers", json.text(answers.asMap()))
                .execute();
    }

    Answers ofCase(long caseId) {
        return answers(database.handle()
                .createQuery("select answers from case_answers where case_id = :case")
                .bind("case", caseId)
                .mapTo(String.class)
                .one());
    }

    Map<Long, Answers> ofCases(Collection<Long> cases) {
        return cases.isEmpty()
                ? Map.of()
                : database
                        .handle()
                        .createQuery("select case_id, answers from case_answers where case_id in (<cases>)")
                        .bindList("cases", List.copyOf(cases))
                        .map((row, context) -> Map.entry(row.getLong("case_id"), answers(row.getString("answers"))))
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Answers answers(String text) {
        return Answers.of(json.object(text));
    }
}
