package org.openhall.forms.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhall.api.forms.PageModel.Control;
import org.openhall.api.forms.Problem;
import org.openhall.api.users.Directory.Region;
import org.openhall.forms.internal.Element.Ask;

/** Finds what is wrong with the answers to questions that are asked now. */
final class Checks {

    private static final int MOST_UNKNOWN = 20;

    private final Blueprint form;
    private final Sentences sentences;
    private final boolean whole;
    private final List<Problem> found = new ArrayList<>();
    private int unknown;

    /**
     * Checks in one language.
     *
     * @param whole whether this is the last look, at which known answers must be there
     */
    Checks(Blueprint form, String language, boolean whole) {
        this.form = form;
        this.sentences = new Sentences(form, language);
        this.whole = whole;
    }

    List<Problem> found() {
        return List.copyOf(found);
    }

    void asks(View view, List<Ask> asks, String pointer) {
        for (Ask ask : asks) {
            if (view.state(ask) == View.State.ON) {
                ask(view, ask, pointer + "/" + String.join("/", ask.place().path()));
            }
        }
    }

    private void ask(View view, Ask ask, String pointer) {
        Optional<Object> answer = view.draft(ask.place()).filter(value -> !Typed.empty(value));
        if (answer.isEmpty()) {
            if (ask.place().required() && (whole || !ask.known())) {
                found.add(new Problem(pointer, "required", sentences.required(ask)));
            }
            return;
        }
        Optional<Fault> fault = Limits.fault(
                ask.place(),
                answer.get(),
                code -> form.regions()
                        .path(code, ask.options().root())
                        .map(path -> path.stream().map(Region::code).toList()));
        if (fault.isEmpty() && ask.control() == Control.REGION) {
            fault = form.regions()
                    .path((String) answer.get(), ask.options().root())
                    .filter(path ->
                            form.regions().unfinished(path, ask.options().levels()))
                    .map(path -> Fault.of("format", "region.more"));
        }
        fault.ifPresent(wrong -> found.add(new Problem(pointer, wrong.code(), sentences.fault(ask, wrong))));
        if (ask.place().kind() == Kind.ROWS) {
            rows(ask, Tree.list(answer), pointer);
        }
    }

    private void rows(Ask ask, List<?> rows, String pointer) {
        // More rows than allowed are one problem, not thousands.
        for (int i = 0; i < Math.min(rows.size(), ask.place().mostRows()); i++) {
            String here = pointer + "/" + i;
            if (!(rows.get(i) instanceof Map<?, ?>)) {
                found.add(new Problem(here, "type", sentences.fault(ask, Fault.of("type", "type"))));
                continue;
            }
            Map<String, Object> row = Tree.row(rows.get(i));
            asks(new View(ask.row(), row), ask.row().asks(), here);
            if (whole) {
                unknown(
                        row,
                        ask.place().cells().values().stream().map(Place::path).toList(),
                        here);
            }
        }
    }

    /** Reports names that the schema does not know; only programs send them. */
    void unknown(Map<String, Object> values, List<List<String>> paths, String pointer) {
        if (unknown >= MOST_UNKNOWN) {
            return;
        }
        for (Map.Entry<String, Object> entry : values.entrySet()) {
            String name = entry.getKey();
            List<List<String>> below =
                    paths.stream().filter(path -> path.get(0).equals(name)).toList();
            String here = JsonSource.child(pointer, name);
            if (below.isEmpty()) {
                found.add(new Problem(here, "unknown", sentences.plain("unknown")));
                if (++unknown == MOST_UNKNOWN) {
                    return;
                }
            } else if (below.get(0).size() > 1) {
                if (entry.getValue() instanceof Map<?, ?>) {
                    unknown(
                            Tree.row(entry.getValue()),
                            below.stream()
                                    .map(path -> path.subList(1, path.size()))
                                    .toList(),
                            here);
                } else {
                    found.add(new Problem(here, "type", sentences.plain("type.object")));
                }
            }
        }
    }
}
