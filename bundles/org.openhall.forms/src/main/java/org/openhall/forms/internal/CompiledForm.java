package org.openhall.forms.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.openhall.api.forms.Form;
import org.openhall.api.forms.PageModel;
import org.openhall.api.forms.Problem;
import org.openhall.forms.internal.Element.Ask;
import org.openhall.forms.internal.Element.Step;
import org.openhall.item.Answers;

/** A form over its blueprint; every call computes from its arguments. */
final class CompiledForm implements Form {

    private static final int MOST_CONDITIONS = 200;

    private final Blueprint form;
    private final Map<Map<String, Object>, Condition> conditions = new ConcurrentHashMap<>();

    CompiledForm(Blueprint form) {
        this.form = form;
    }

    @Override
    public List<PageTitle> pages(Answers answers, String language) {
        View view = form.view(answers.asMap());
        return form.steps().stream()
                .filter(step -> view.shown(step.rule()))
                .map(step -> new PageTitle(step.id(), title(step, language)))
                .toList();
    }

    @Override
    public PageModel page(
            String id, Answers answers, Map<String, String> known, String language, List<Problem> problems) {
        Step step = form.step(id);
        Drawer.Around around = new Drawer.Around(form.view(withKnown(answers, known)), "", "", true);
        Drawer drawer = new Drawer(form, language, problems);
        return new PageModel(id, title(step, language), drawer.blocks(step.elements(), around));
    }

    @Override
    public Answers merge(String id, Answers answers, Map<String, List<String>> posted) {
        Map<String, Object> values = Tree.copy(answers.asMap());
        new Merge(form.regions(), posted).into(values, form.step(id).asks(), "");
        return Answers.of(values);
    }

    @Override
    public List<Problem> problems(String id, Answers answers, String language) {
        Checks checks = new Checks(form, language, false);
        checks.asks(form.view(answers.asMap()), form.step(id).asks(), "");
        return checks.found();
    }

    @Override
    public List<Problem> problems(Answers answers, String language) {
        Checks checks = new Checks(form, language, true);
        View view = form.view(answers.asMap());
        form.steps().forEach(step -> checks.asks(view, step.asks(), ""));
        checks.unknown(
                answers.asMap(),
                form.sheet().places().values().stream().map(Place::path).toList(),
                "");
        return checks.found();
    }

    @Override
    public Answers effective(Answers answers, Map<String, String> known) {
        Map<String, Object> filed = new LinkedHashMap<>();
        effective(form.view(withKnown(answers, known)), form.sheet(), filed);
        return Answers.of(filed);
    }

    private static void effective(View view, Sheet sheet, Map<String, Object> filed) {
        for (Ask ask : sheet.asks()) {
            Optional<Object> answer = view.state(ask) == View.State.ON ? view.draft(ask.place()) : Optional.empty();
            answer.filter(value -> !Typed.empty(value)).ifPresent(value -> {
                Object kept =
                        ask.place().kind() == Kind.ROWS && value instanceof List<?> rows ? rows(ask, rows) : value;
                Tree.put(filed, ask.place().path(), kept);
            });
        }
    }

    private static List<Object> rows(Ask ask, List<?> rows) {
        List<Object> filed = new ArrayList<>(rows.size());
        for (Object element : rows) {
            Map<String, Object> row = new LinkedHashMap<>();
            effective(new View(ask.row(), Tree.row(element)), ask.row(), row);
            filed.add(row);
        }
        return filed;
    }

    /** Known answers come from the hall only, whatever was sent in their place. */
    private Map<String, Object> withKnown(Answers answers, Map<String, String> known) {
        Map<String, Object> values = Tree.copy(answers.asMap());
        for (Ask ask : form.sheet().asks()) {
            if (ask.known()) {
                Tree.remove(values, ask.place().path());
                known(ask, ask.options().from(), known)
                        .ifPresent(value -> Tree.put(values, ask.place().path(), value));
            }
        }
        return values;
    }

    private static Optional<Object> known(Ask ask, String source, Map<String, String> known) {
        return Optional.ofNullable(known.get(source)).flatMap(text -> Typed.answer(ask.place(), text, false));
    }

    @Override
    public Answers initial(Map<String, String> known) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Ask ask : form.sheet().asks()) {
            Optional<Object> suggested = known(ask, ask.options().suggest(), known);
            suggested
                    .or(() -> ask.place().preset())
                    .ifPresent(value -> Tree.put(values, ask.place().path(), value));
        }
        return Answers.of(values);
    }

    @Override
    public List<Section> summary(Answers answers, String language) {
        return new Summary(form, language).of(form.view(answers.asMap()));
    }

    @Override
    public boolean holds(Map<String, Object> condition, Answers answers) {
        // The copy is the key: whatever happens to the argument, and however its numbers are typed, it stays the same.
        Map<String, Object> key = Answers.of(condition).asMap();
        Condition read = conditions.get(key);
        if (read == null) {
            read = read(key);
            if (conditions.size() < MOST_CONDITIONS) {
                conditions.put(key, read);
            }
        }
        return read.holds(place -> Tree.get(answers.asMap(), place.path()).filter(value -> !Typed.empty(value)));
    }

    private Condition read(Map<String, Object> condition) {
        Defects defects = new Defects();
        Spot spot = new Spot(JsonSource.of("condition", Nodes.of(condition)), defects, "", Nodes.of(condition));
        Optional<Condition> read = form.conditions().read(spot, form.sheet().places());
        if (read.isEmpty() || !defects.none()) {
            throw new IllegalArgumentException(defects.all().stream()
                    .map(defect -> defect.message())
                    .reduce((one, other) -> one + " " + other)
                    .orElse("Malformed"));
        }
        return read.get();
    }

    @Override
    public String schema() {
        return form.schema();
    }

    @Override
    public String uiSchema() {
        return form.ui();
    }

    @Override
    public Map<String, String> pointers() {
        Map<String, String> pointers = new LinkedHashMap<>();
        pointers(form.sheet().places(), pointers);
        return pointers;
    }

    private static void pointers(Map<String, Place> places, Map<String, String> pointers) {
        for (Place place : places.values()) {
            String type = place.limits().path("type").asText();
            pointers.put(place.template(), place.format().isEmpty() ? type : type + " " + place.format());
            pointers(place.cells(), pointers);
        }
    }

    private String title(Step step, String language) {
        return form.texts().get(Sentences.language(language), "page." + step.id() + ".title");
    }
}
