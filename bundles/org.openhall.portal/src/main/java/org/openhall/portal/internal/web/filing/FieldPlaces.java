package org.openhall.portal.internal.web.filing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhall.api.forms.PageModel;
import org.openhall.api.forms.PageModel.Block;
import org.openhall.api.forms.PageModel.Field;
import org.openhall.api.forms.PageModel.Group;
import org.openhall.api.forms.PageModel.Known;
import org.openhall.api.forms.PageModel.Rows;
import org.openhall.api.forms.Problem;

/** Where on a page each answer stands, by its pointer. */
final class FieldPlaces {

    /** The panel of known data has one place for all that is wrong with it. */
    private static final String KNOWN = "known-error";

    private final Map<String, String> ids = new LinkedHashMap<>();

    private FieldPlaces(PageModel page) {
        page.blocks().forEach(this::add);
    }

    static FieldPlaces on(PageModel page) {
        return new FieldPlaces(page);
    }

    /** HTML id of a control or list by its name in the posted form. */
    static String id(String name) {
        return "f-" + name.replaceAll("[^A-Za-z0-9-]", "-");
    }

    /** The id of the place nearest to a pointer: the field itself, or the list it stands in. */
    Optional<String> of(String pointer) {
        return ids.keySet().stream()
                .filter(place -> pointer.equals(place) || pointer.startsWith(place + "/"))
                .max(Comparator.comparingInt(String::length))
                .map(ids::get);
    }

    /** The lines of the page's error summary; what has no place of its own leads to the top of the form. */
    static List<ErrorLine> lines(PageModel page, List<Problem> problems, String top) {
        FieldPlaces places = on(page);
        var lines = new ArrayList<ErrorLine>();
        problems.forEach(
                problem -> lines.add(ErrorLine.here(places.of(problem.pointer()).orElse(top), problem.message())));
        return List.copyOf(lines);
    }

    private void add(Block block) {
        if (block instanceof Group group) {
            group.blocks().forEach(this::add);
        } else if (block instanceof Field field) {
            ids.put(field.pointer(), field.id());
        } else if (block instanceof Rows rows) {
            ids.put(rows.pointer(), id(rows.name()));
            rows.rows().forEach(row -> row.forEach(this::add));
        } else if (block instanceof Known known) {
            known.lines().forEach(line -> ids.put(line.pointer(), KNOWN));
        }
    }
}
