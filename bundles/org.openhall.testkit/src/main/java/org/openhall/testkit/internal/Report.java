package org.openhall.testkit.internal;

import java.util.List;
import org.openhall.api.catalogue.ItemPages;
import org.openhall.api.forms.Defect;
import org.openhall.catalogue.internal.definition.Check;
import org.openhall.catalogue.internal.door.Inspection;

/**
 * What came of looking at an item.
 *
 * @param found by the door's checks
 * @param started whether its bundle was started; it is not while something else is wrong
 */
public record Report(Inspection.Found found, boolean started) {

    /** All defects. */
    public List<Defect> defects() {
        return found.defects().all();
    }

    /** What one check found. */
    public List<Defect> of(Check check) {
        return found.defects().of(check);
    }

    /** Whether a check was made at all; what other checks found may keep it from being made. */
    public boolean made(Check check) {
        return switch (check) {
            case BUNDLE, DEFINITION, FORM -> true;
            case STEPS, TEXTS, DOCUMENTS, GUIDE -> found.lines().containsKey("steps");
            case PAGES, SAMPLES -> found.version().isPresent() || !of(check).isEmpty();
            case SERVICES -> started;
            case RULES -> started && of(Check.SERVICES).isEmpty();
        };
    }

    /** The pages as citizens get them. */
    public List<ItemPages.Page> pages() {
        return found.pages();
    }
}
