package org.openhall.forms.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openhall.api.forms.Form.Line;
import org.openhall.api.forms.PageModel.Block;
import org.openhall.api.forms.PageModel.Group;
import org.openhall.api.forms.PageModel.Known;
import org.openhall.api.forms.PageModel.Rows;
import org.openhall.api.forms.PageModel.Text;
import org.openhall.api.forms.Problem;
import org.openhall.forms.internal.Element.Ask;

/** Draws the elements of a page for one set of answers. */
final class Drawer {

    private final Blueprint form;
    private final String language;
    private final Phrases phrases;
    private final Sentences sentences;
    private final FieldDrawer fields;
    private final Map<String, List<String>> errors;

    Drawer(Blueprint form, String language, List<Problem> problems) {
        this.form = form;
        this.language = Sentences.language(language);
        this.phrases = new Phrases(form, language);
        this.sentences = new Sentences(form, language);
        this.fields = new FieldDrawer(form, this.language, phrases);
        this.errors = problems.isEmpty()
                ? Map.of()
                : problems.stream()
                        .collect(Collectors.groupingBy(
                                Problem::pointer,
                                Collectors.mapping(Problem::message, Collectors.toUnmodifiableList())));
    }

    /**
     * Where questions stand.
     *
     * @param view what is shown
     * @param name before the names of fields
     * @param pointer before the pointers
     * @param on whether anything here can be typed
     */
    record Around(View view, String name, String pointer, boolean on) {

        String name(Place place) {
            return name + String.join(".", place.path());
        }

        String pointer(Place place) {
            return pointer + "/" + String.join("/", place.path());
        }
    }

    List<Block> blocks(List<Element> elements, Around around) {
        List<Block> blocks = new ArrayList<>();
        List<Ask> known = new ArrayList<>();
        for (Element element : elements) {
            if (!around.view().shown(element.rule())) {
                continue;
            }
            if (element instanceof Element.Question question && question.ask().known()) {
                known.add(question.ask());
                continue;
            }
            known(known, around, blocks);
            if (element instanceof Element.Question question) {
                blocks.add(question(question, around));
            } else if (element instanceof Element.Words words) {
                blocks.add(new Text(form.texts().get(language, "label." + words.i18n() + ".text")));
            } else if (element instanceof Element.Box box) {
                box(box, around, blocks);
            }
        }
        known(known, around, blocks);
        return List.copyOf(blocks);
    }

    private void box(Element.Box box, Around around, List<Block> blocks) {
        List<Block> inner = blocks(box.elements(), around);
        if (inner.isEmpty()) {
            return;
        }
        if (box.group()) {
            String key = "group." + box.i18n();
            blocks.add(new Group(
                    form.texts().get(language, key + ".title"),
                    form.texts().get(language, key + ".hint"),
                    false,
                    inner));
        } else if (box.horizontal()) {
            blocks.add(new Group("", "", true, inner));
        } else {
            blocks.addAll(inner);
        }
    }

    /** Known answers that follow each other are drawn together; an optional one that the account lacks is left out. */
    private void known(List<Ask> asks, Around around, List<Block> blocks) {
        List<Line> lines = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (Ask ask : asks) {
            Line line = line(ask, around);
            wrong.addAll(errors.getOrDefault(line.pointer(), List.of()));
            if (!line.answer().isEmpty() || ask.place().required()) {
                lines.add(line);
            }
        }
        if (!lines.isEmpty()) {
            blocks.add(new Known(List.copyOf(lines), List.copyOf(wrong)));
        }
        asks.clear();
    }

    Line line(Ask ask, Around around) {
        return new Line(
                around.pointer(ask.place()),
                around.name(ask.place()),
                form.texts().label(language, ask.place()),
                phrases.words(ask, around.view().draft(ask.place())),
                ask.known());
    }

    private Block question(Element.Question question, Around around) {
        Ask ask = question.ask();
        String pointer = around.pointer(ask.place());
        List<String> wrong = errors.getOrDefault(pointer, List.of());
        boolean on = around.on() && around.view().state(ask) == View.State.ON;
        if (ask.place().kind() != Kind.ROWS) {
            return fields.field(ask, around, on, wrong);
        }
        return rows(question, around, on, wrong);
    }

    private Block rows(Element.Question question, Around around, boolean on, List<String> wrong) {
        Ask ask = question.ask();
        Place place = ask.place();
        List<?> answered = Tree.list(around.view().draft(place));
        int drawn = Math.min(Math.max(answered.size(), place.fewestRows()), place.mostRows());
        List<List<Block>> rows = new ArrayList<>();
        for (int i = 0; i < drawn; i++) {
            Map<String, Object> values = i < answered.size() ? Tree.row(answered.get(i)) : Map.of();
            rows.add(blocks(
                    question.detail(),
                    new Around(
                            new View(ask.row(), values),
                            around.name(place) + "." + i + ".",
                            around.pointer(place) + "/" + i,
                            on)));
        }
        String key = "field." + place.key();
        String add = form.texts().get(language, key + ".add");
        return new Rows(
                around.name(place),
                around.pointer(place),
                form.texts().label(language, place),
                form.texts().get(language, key + ".hint"),
                place.required(),
                List.copyOf(rows),
                on && drawn < place.mostRows(),
                on && drawn > place.fewestRows(),
                Optional.of(add).filter(own -> !own.isEmpty()).orElse(sentences.plain("words.add")),
                wrong);
    }
}
