package org.openhall.portal.internal.view;

import java.util.List;
import java.util.Map;

/**
 * All that the template of a document sees. Everything is text and always there; what a case does not have is "".
 *
 * @param facts of the case: {@code case.number}, {@code case.itemName}, {@code case.filedOn}, {@code case.due}
 * @param applicant {@code applicant.name}, {@code applicant.idNumber}
 * @param answers a list of {@code question} and {@code answer}
 * @param opinion of the act that issued the document; may be ""
 * @param department name of the department
 * @param region name of the region
 * @param issuedOn the day
 * @param version of the item
 */
record DocumentModel(
        Facts facts,
        Applicant applicant,
        List<Answer> answers,
        String opinion,
        String department,
        String region,
        String issuedOn,
        String version) {

    /** The case; {@code due} may be "". */
    record Facts(String number, String itemName, String filedOn, String due) {}

    /** Whom the document is for. */
    record Applicant(String name, String idNumber) {}

    /** A question of the form and what was answered, its lines apart by line breaks. */
    record Answer(String question, String answer) {}

    /** Made-up models: one says all it can, one as little as it can. */
    static List<DocumentModel> samples() {
        DocumentModel full = new DocumentModel(
                new Facts("20260102-000001", "示例事项", "2026年1月2日 周五", "2026年1月30日 周五"),
                new Applicant("张三", "110101199003070003"),
                List.of(new Answer("问题", "回答"), new Answer("更多", "第一行\n第二行")),
                "意见",
                "示例部门",
                "示例区划",
                "2026年1月15日 周四",
                "1.0.0");
        DocumentModel bare = new DocumentModel(
                new Facts(
                        full.facts().number(),
                        full.facts().itemName(),
                        full.facts().filedOn(),
                        ""),
                full.applicant(),
                List.of(),
                "",
                full.department(),
                full.region(),
                full.issuedOn(),
                full.version());
        return List.of(full, bare);
    }

    /** As templates see it. */
    Map<String, Object> map() {
        return Map.of(
                "case",
                        Map.of(
                                "number", facts.number(),
                                "itemName", facts.itemName(),
                                "filedOn", facts.filedOn(),
                                "due", facts.due()),
                "applicant", Map.of("name", applicant.name(), "idNumber", applicant.idNumber()),
                "answers",
                        answers.stream()
                                .map(line -> Map.of("question", line.question(), "answer", line.answer()))
                                .toList(),
                "opinion", opinion,
                "department", department,
                "region", region,
                "issuedOn", issuedOn,
                "version", version);
    }
}
