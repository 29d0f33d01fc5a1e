package org.openhall.portal.internal.web.filing;

import java.util.ArrayList;
import java.util.List;

/**
 * How far a filing is.
 *
 * @param names of its steps
 * @param current from 1
 * @param links to the steps that may be gone back to, in the same order
 */
public record StepBar(List<String> names, int current, List<String> links) {

    /** The four (without materials three) steps of every filing. */
    enum Step {
        NOTICE,
        FORM,
        MATERIALS,
        CHECK
    }

    static StepBar at(Step current, OpenDraft open) {
        var names = new ArrayList<String>();
        var links = new ArrayList<String>();
        int position = 0;
        for (Step step : Step.values()) {
            if (step != Step.MATERIALS || open.asksMaterials()) {
                names.add(open.words().text("filing.step." + step.name().toLowerCase(java.util.Locale.ROOT)));
                links.add(link(step, open));
                position = step == current ? names.size() : position;
            }
        }
        return new StepBar(names, position, links);
    }

    private static String link(Step step, OpenDraft open) {
        return switch (step) {
            case NOTICE -> open.base();
            case FORM -> open.firstPage();
            case MATERIALS -> open.base() + "/materials";
            case CHECK -> open.base() + "/check";
        };
    }
}
