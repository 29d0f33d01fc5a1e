package org.openhall.catalogue.internal.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openhall.api.catalogue.ItemDefinition;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.api.forms.Defect;

/** Says what a micro version changes that its line must keep, because open cases of the line go on with it. */
public final class LineCheck {

    private LineCheck() {}

    /** What is different in what must stay; empty when the new version may serve the line. */
    public static List<Defect> check(ItemVersion stored, ItemVersion offered, Map<String, Integer> lines) {
        ItemDefinition was = stored.definition();
        ItemDefinition is = offered.definition();
        String raise = "; raise the minor of the version, because cases of "
                + was.version().line() + " stay on " + was.version() + " as it is.";
        List<Defect> defects = new ArrayList<>();
        compare(was.materials(), is.materials(), "materials", "The materials changed" + raise, lines, defects);
        compare(was.start(), is.start(), "start", "The first steps changed" + raise, lines, defects);
        if (!was.steps().equals(is.steps())) {
            List<String> changed = is.steps().keySet().stream()
                    .filter(id -> !is.steps().get(id).equals(was.steps().get(id)))
                    .toList();
            String path = changed.isEmpty() ? "steps" : "steps." + changed.get(0);
            compare(was.steps(), is.steps(), path, "Steps, posts, outcomes or limits changed" + raise, lines, defects);
        }
        compare(was.limits(), is.limits(), "limits", "The limits changed" + raise, lines, defects);
        compare(
                was.guide().legalBases(),
                is.guide().legalBases(),
                "guide.legalBases",
                "The legal bases changed" + raise,
                lines,
                defects);
        if (!stored.form().pointers().equals(offered.form().pointers())) {
            defects.add(new Defect(ItemFiles.SCHEMA, 0, "The fields of the form changed" + raise));
        }
        return List.copyOf(defects);
    }

    private static void compare(
            Object was, Object is, String path, String message, Map<String, Integer> lines, List<Defect> defects) {
        if (!was.equals(is)) {
            defects.add(new Defect(ItemFiles.YAML, lines.getOrDefault(path, 0), message));
        }
    }
}
