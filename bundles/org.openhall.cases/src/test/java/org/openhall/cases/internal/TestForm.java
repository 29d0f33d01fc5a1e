package org.openhall.cases.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openhall.api.forms.Form;
import org.openhall.api.forms.PageModel;
import org.openhall.api.forms.Problem;
import org.openhall.item.Answers;

/** A form with one required question, "plate", and the owner's name taken from the party. */
final class TestForm implements Form {

    @Override
    public List<PageTitle> pages(Answers answers, String language) {
        return List.of(new PageTitle("car", "Car"));
    }

    @Override
    public PageModel page(
            String id, Answers answers, Map<String, String> known, String language, List<Problem> problems) {
        throw new UnsupportedOperationException("No test draws a page");
    }

    @Override
    public Answers merge(String id, Answers answers, Map<String, List<String>> posted) {
        throw new UnsupportedOperationException("No test posts a page");
    }

    @Override
    public List<Problem> problems(String id, Answers answers, String language) {
        return problems(answers, language);
    }

    @Override
    public List<Problem> problems(Answers answers, String language) {
        return answers.text("/plate").isPresent()
                ? List.of()
                : List.of(new Problem("/plate", "required", language.equals("en") ? "Enter the plate" : "请填写车牌号"));
    }

    @Override
    public Answers effective(Answers answers, Map<String, String> known) {
        Map<String, Object> effective = new LinkedHashMap<>(answers.asMap());
        effective.remove("hidden");
        effective.put("owner", known.getOrDefault("party.name", ""));
        return Answers.of(effective);
    }

    @Override
    public Answers initial(Map<String, String> known) {
        return Answers.of(Map.of("phone", known.getOrDefault("account.phone", "")));
    }

    @Override
    public List<Section> summary(Answers answers, String language) {
        return List.of();
    }

    @Override
    public boolean holds(Map<String, Object> condition, Answers answers) {
        return answers.isTrue((String) condition.get("scope"));
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
        return Map.of("/plate", "string", "/phone", "string", "/owner", "string");
    }
}
