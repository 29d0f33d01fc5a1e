package org.openhall.catalogue.internal.definition;

import java.util.ArrayList;
import java.util.List;
import org.openhall.api.forms.Defect;

/** Collects every mistake in an item bundle, so that its author can mend them in one round. */
public final class Defects {

    /** More would help nobody, and a broken file can have thousands. */
    private static final int MOST = 200;

    private final List<Defect> all = new ArrayList<>();

    /** Notes a mistake. */
    public void add(String file, int line, String message) {
        add(new Defect(file, line, message));
    }

    /** Notes a mistake that somebody else found. */
    public void add(Defect defect) {
        if (all.size() < MOST) {
            all.add(defect);
        }
    }

    /** Notes mistakes that somebody else found. */
    public void addAll(List<Defect> defects) {
        defects.forEach(this::add);
    }

    /** Whether there are none so far. */
    public boolean none() {
        return all.isEmpty();
    }

    /** All so far, in the order they were found. */
    public List<Defect> all() {
        return List.copyOf(all);
    }
}
