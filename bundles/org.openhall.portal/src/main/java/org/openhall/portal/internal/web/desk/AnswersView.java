package org.openhall.portal.internal.web.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openhall.api.cases.CaseFile;
import org.openhall.api.cases.CaseFile.CaseFinding;
import org.openhall.api.forms.Form;

/** The answers in words, and what the rules said about them. Without the item's version the answers are shown by their places. */
final class AnswersView {

    private final CaseFile file;
    private final CaseWords words;
    private final List<Form.Section> sections;

    AnswersView(CaseFile file, CaseWords words) {
        this.file = file;
        this.words = words;
        this.sections = words.version()
                .map(version -> version.form().summary(file.answers(), words.language()))
                .orElse(List.of());
    }

    /** Question and answer. */
    public record Row(String term, String text, boolean verified) {}

    /** Answers under one heading. */
    public record Group(String title, List<Row> rows) {}

    /** Something a rule said. */
    public record Said(String kind, String about, String text) {}

    List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        List<Row> who = applicant();
        if (!who.isEmpty()) {
            groups.add(new Group(words.text("desk.applicantGroup"), who));
        }
        if (words.version().isEmpty()) {
            List<Row> rows = new ArrayList<>();
            flatten("", file.answers().asMap(), rows);
            groups.add(new Group(words.text("desk.rawAnswers"), rows));
        }
        sections.forEach(section -> groups.add(new Group(
                section.title(),
                section.lines().stream()
                        .map(line -> new Row(line.question(), answer(line), verified(line)))
                        .toList())));
        return groups;
    }

    List<Said> findings() {
        return file.findings().stream().map(this::said).toList();
    }

    private Said said(CaseFinding finding) {
        if (finding.message().isEmpty()) {
            return new Said("warn", words.text("desk.unchecked"), words.text("desk.uncheckedText", finding.rule()));
        }
        return new Said("warn", about(finding.pointer()), words.finding(finding));
    }

    /** The question or material a finding is about. */
    private String about(String pointer) {
        String material = "/materials/";
        if (pointer.startsWith(material)) {
            return words.material(pointer.substring(material.length()));
        }
        Map<String, String> questions = new HashMap<>();
        sections.forEach(section -> section.lines().forEach(line -> questions.put(line.pointer(), line.question())));
        return questions.getOrDefault(pointer, "");
    }

    private String answer(Form.Line line) {
        String text = String.join("\n", line.answer());
        if (text.isEmpty()) {
            return words.text("desk.notAnswered");
        }
        return line.known() && line.answer().contains(file.applicant().idNumber()) ? text + unverified() : text;
    }

    /** A valid check character proves nothing: until a register has confirmed the number, the official is told so. */
    private String unverified() {
        return file.applicant().verified() ? "" : words.text("desk.unverified");
    }

    /** A register has confirmed the party: its number bears the mark. */
    private boolean verified(Form.Line line) {
        return file.applicant().verified()
                && line.known()
                && line.answer().contains(file.applicant().idNumber());
    }

    /** Name and number of the applicant where the form does not ask for them, and who filed for somebody else. */
    private List<Row> applicant() {
        List<String> said = sections.stream()
                .flatMap(section -> section.lines().stream())
                .flatMap(line -> line.answer().stream())
                .toList();
        List<Row> rows = new ArrayList<>();
        if (!said.contains(file.applicant().name())) {
            rows.add(new Row(words.text("desk.applicant"), file.applicant().name(), false));
        }
        if (!said.contains(file.applicant().idNumber())) {
            rows.add(new Row(
                    words.text("desk.idNumber"),
                    file.applicant().idNumber() + unverified(),
                    file.applicant().verified()));
        }
        if (!file.head().filedBy().equals(file.applicant().name())) {
            rows.add(new Row(words.text("desk.filedBy"), file.head().filedBy(), false));
        }
        return rows;
    }

    private static void flatten(String place, Object value, List<Row> rows) {
        if (value instanceof Map<?, ?> object) {
            object.forEach((name, inner) -> flatten(place.isEmpty() ? "" + name : place + " / " + name, inner, rows));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                flatten(place + " / " + (i + 1), list.get(i), rows);
            }
        } else {
            rows.add(new Row(place, String.valueOf(value), false));
        }
    }
}
