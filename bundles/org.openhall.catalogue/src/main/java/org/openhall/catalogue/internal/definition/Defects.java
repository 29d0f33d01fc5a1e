package org.openhall.catalogue.internal.definition;

import java.util.ArrayList;
import java.util.List;
import org.openhall.api.forms.Defect;

/** Collects every mistake in an item bundle, so that its author can mend them in one round. */
public final class Defects {

    /** More would help nobody, and a broken file can have thousands. */
    private static final int MOST = 200;

    private final List<Entry> all = new ArrayList<>();
    private Check current = Check.BUNDLE;

    private record Entry(Check check, Defect defect) {}

    /** What is noted from now on was found by this check. */
    public Defects by(Check check) {
        current = check;
        return this;
    }

    /** Notes a mistake, in English and in Chinese. */
    public void add(String file, int line, String message, String chinese) {
        add(new Defect(file, line, message, chinese));
    }

    /** Notes a mistake that somebody else found. */
    public void add(Defect defect) {
        add(new Entry(current, defect));
    }

    /** Notes mistakes that somebody else found. */
    public void addAll(List<Defect> defects) {
        defects.forEach(this::add);
    }

    /** Takes over mistakes with the check that found each. */
    public void addAll(Defects others) {
        others.all.forEach(this::add);
    }

    /** Whether something was found at a place. */
    boolean at(String file, int line) {
        return all.stream().map(Entry::defect).anyMatch(defect -> defect.file().equals(file) && defect.line() == line);
    }

    /** Whether there are none so far. */
    public boolean none() {
        return all.isEmpty();
    }

    /** All so far, in the order they were found. */
    public List<Defect> all() {
        return all.stream().map(Entry::defect).toList();
    }

    /** What one check found. */
    public List<Defect> of(Check check) {
        return all.stream()
                .filter(entry -> entry.check() == check)
                .map(Entry::defect)
                .toList();
    }

    private void add(Entry entry) {
        if (all.size() < MOST) {
            all.add(entry);
        }
    }
}
