package org.openhall.catalogue.internal.definition;

import java.util.List;
import java.util.Map;
import org.openhall.api.forms.Form;
import org.openhall.api.forms.PageModel;
import org.openhall.api.forms.Problem;
import org.openhall.item.Answers;

/** Stands where an item has its form: extensions ask nothing. */
enum NoForm implements Form {
    /** The only one. */
    NONE;

    @Override
    public List<PageTitle> pages(Answers answers, String language) {
        return List.of();
    }

    @Override
    public PageModel page(
            String id, Answers answers, Map<String, String> known, String language, List<Problem> problems) {
        throw new IllegalArgumentException("There is no page " + id);
    }

    @Override
    public Answers merge(String id, Answers answers, Map<String, List<String>> posted) {
        throw new IllegalArgumentException("There is no page " + id);
    }

    @Override
    public List<Problem> problems(String id, Answers answers, String language) {
        return List.of();
    }

    @Override
    public List<Problem> problems(Answers answers, String language) {
        return List.of();
    }

    @Override
    public Answers effective(Answers answers, Map<String, String> known) {
        return Answers.none();
    }

    @Override
    public Answers initial(Map<String, String> known) {
        return Answers.none();
    }

    @Override
    public List<Section> summary(Answers answers, String language) {
        return List.of();
    }

    @Override
    public boolean holds(Map<String, Object> condition, Answers answers) {
        return false;
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
        return Map.of();
    }
}
