package org.openhall.forms.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.openhall.api.forms.Defect;

/** Collects what is wrong with a form; past a hundred the author knows enough. */
final class Defects {

    private static final int MOST = 100;

    private final Set<Defect> found = new LinkedHashSet<>();

    void add(String file, int line, String message, String chinese) {
        if (found.size() < MOST) {
            found.add(new Defect(file, line, message, chinese));
        }
    }

    boolean none() {
        return found.isEmpty();
    }

    List<Defect> all() {
        return new ArrayList<>(found);
    }
}
