package org.openhall.portal.internal.web.filing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openhall.api.forms.Form;
import org.openhall.api.forms.PageModel;
import org.openhall.api.forms.PageModel.Control;
import org.openhall.api.forms.PageModel.Field;
import org.openhall.api.forms.PageModel.Known;
import org.openhall.api.forms.Problem;
import org.openhall.item.Answers;

/** A form of two pages: who (the known name, a plate) and when (a day). */
public final class SmallForm implements Form {

    @Override
    public List<PageTitle> pages(Answers answers, String language) {
        return List.of(new PageTitle("who", "车主和车牌"), new PageTitle("when", "起始日期"));
    }

    @Override
    public PageModel page(
            String id, Answers answers, Map<String, String> known, String language, List<Problem> problems) {
        if (id.equals("when")) {
            return new PageModel(
                    id,
                    "起始日期",
                    List.of(field(
                            "day",
                            Control.DATE,
                            "哪天开始",
                            parts(answers.text("/day").orElse("")),
                            problems)));
        }
        if (!id.equals("who")) {
            throw new java.util.NoSuchElementException(id);
        }
        var owner = new Line("/owner", "owner", "车主", List.of(known.getOrDefault("party.name", "")), true);
        return new PageModel(
                id,
                "车主和车牌",
                List.of(
                        new Known(List.of(owner), List.of()),
                        field(
                                "plate",
                                Control.TEXT,
                                "车牌",
                                List.of(answers.text("/plate").orElse("")),
                                problems)));
    }

    private static Field field(
            String name, Control control, String label, List<String> values, List<Problem> problems) {
        List<String> errors = problems.stream()
                .filter(problem -> problem.pointer().equals("/" + name))
                .map(Problem::message)
                .toList();
        return new Field(
                name, "/" + name, control, label, "", true, true, values, List.of(), errors, Map.of(), "", false);
    }

    private static List<String> parts(String day) {
        var parts = new ArrayList<>(List.of(day.split("-", -1)));
        while (parts.size() < 3) {
            parts.add("");
        }
        return parts;
    }

    @Override
    public Answers merge(String id, Answers answers, Map<String, List<String>> posted) {
        Map<String, Object> now = new LinkedHashMap<>(answers.asMap());
        if (id.equals("who") && posted.containsKey("plate")) {
            now.put("plate", posted.get("plate").get(0));
        }
        if (id.equals("when") && posted.containsKey("day-y")) {
            now.put(
                    "day",
                    posted.get("day-y").get(0) + "-" + posted.get("day-m").get(0) + "-"
                            + posted.get("day-d").get(0));
        }
        return Answers.of(now);
    }

    @Override
    public List<Problem> problems(String id, Answers answers, String language) {
        if (id.equals("who") && answers.text("/plate").orElse("").length() < 5) {
            return List.of(new Problem("/plate", "format", "车牌少了几位"));
        }
        return id.equals("when") && answers.text("/day").isEmpty()
                ? List.of(new Problem("/day", "required", "请填写哪天开始"))
                : List.of();
    }

    @Override
    public List<Problem> problems(Answers answers, String language) {
        var all = new ArrayList<>(problems("who", answers, language));
        all.addAll(problems("when", answers, language));
        return all;
    }

    @Override
    public Answers effective(Answers answers, Map<String, String> known) {
        Map<String, Object> all = new LinkedHashMap<>(answers.asMap());
        all.put("owner", known.getOrDefault("party.name", ""));
        return Answers.of(all);
    }

    @Override
    public Answers initial(Map<String, String> known) {
        return Answers.none();
    }

    @Override
    public List<Section> summary(Answers answers, String language) {
        return List.of(
                new Section(
                        "who",
                        "车主和车牌",
                        List.of(
                                new Line(
                                        "/owner",
                                        "owner",
                                        "车主",
                                        answers.text("/owner").stream().toList(),
                                        true),
                                new Line(
                                        "/plate",
                                        "plate",
                                        "车牌",
                                        answers.text("/plate").stream().toList(),
                                        false))),
                new Section(
                        "when",
                        "起始日期",
                        List.of(new Line(
                                "/day",
                                "day",
                                "哪天开始",
                                answers.text("/day").stream().toList(),
                                false))));
    }

    @Override
    public boolean holds(Map<String, Object> condition, Answers answers) {
        return answers.text("/plate").orElse("").startsWith(String.valueOf(condition.get("plate")));
    }

    @Override
    public String schema() {
        return "{}";
    }

    @Override
    public String uiSchema() {
        return "{}";
    }

    @Override
    public Map<String, String> pointers() {
        return Map.of("/owner", "string", "/plate", "string", "/day", "string");
    }
}
