package org.openhall.forms.internal;

import java.util.ArrayList;
import java.util.List;
import org.openhall.api.forms.Form.Line;
import org.openhall.api.forms.Form.Section;
import org.openhall.forms.internal.Drawer.Around;
import org.openhall.forms.internal.Element.Step;

/** Puts questions and answers into sections: one for each group, one for each row of a list. */
final class Summary {

    private final Blueprint form;
    private final String language;
    private final Drawer drawer;
    private final List<Section> sections = new ArrayList<>();

    Summary(Blueprint form, String language) {
        this.form = form;
        this.language = Sentences.language(language);
        this.drawer = new Drawer(form, language, List.of());
    }

    List<Section> of(View view) {
        for (Step step : form.steps()) {
            if (view.shown(step.rule())) {
                String title = form.texts().get(language, "page." + step.id() + ".title");
                elements(step.id(), title, step.elements(), new Around(view, "", "", true));
            }
        }
        return List.copyOf(sections);
    }

    private void elements(String page, String title, List<Element> elements, Around around) {
        for (Element element : elements) {
            if (!around.view().shown(element.rule())) {
                continue;
            }
            if (element instanceof Element.Box box) {
                String inner = box.group() ? form.texts().get(language, "group." + box.i18n() + ".title") : title;
                elements(page, inner, box.elements(), around);
            } else if (element instanceof Element.Question question
                    && around.view().state(question.ask()) == View.State.ON) {
                question(page, title, question, around);
            }
        }
    }

    private void question(String page, String title, Element.Question question, Around around) {
        Place place = question.ask().place();
        List<?> rows = place.kind() == Kind.ROWS ? Tree.list(around.view().draft(place)) : List.of();
        if (rows.isEmpty()) {
            Line line = drawer.line(question.ask(), around);
            if (!line.known() || !line.answer().isEmpty() || place.required()) {
                add(page, title, line);
            }
            return;
        }
        String label = form.texts().label(language, place);
        for (int i = 0; i < Math.min(rows.size(), place.mostRows()); i++) {
            View row = new View(question.ask().row(), Tree.row(rows.get(i)));
            String name = around.name(place) + "." + i + ".";
            elements(
                    page,
                    label + " " + (i + 1),
                    question.detail(),
                    new Around(row, name, around.pointer(place) + "/" + i, true));
        }
    }

    /** Lines that follow each other under one title are one section. */
    private void add(String page, String title, Line line) {
        int last = sections.size() - 1;
        if (last >= 0
                && sections.get(last).page().equals(page)
                && sections.get(last).title().equals(title)) {
            List<Line> lines = new ArrayList<>(sections.get(last).lines());
            lines.add(line);
            sections.set(last, new Section(page, title, List.copyOf(lines)));
        } else {
            sections.add(new Section(page, title, List.of(line)));
        }
    }
}
