package org.openhall.forms.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.openhall.forms.internal.Element.Ask;

/** Checks a layout against its schema: everything asked, nothing twice, no rule in a circle. */
final class Layouts {

    private Layouts() {}

    /** Refuses what contradicts itself within one object. */
    static void check(Spot spot, Sheet sheet) {
        Set<String> seen = new HashSet<>();
        for (Ask ask : sheet.asks()) {
            if (!seen.add(ask.place().scope())) {
                ask.spot().refuse("Another control asks " + ask.place().scope() + " already. Remove one.");
            }
        }
        for (Place place : sheet.places().values()) {
            if (!seen.contains(place.scope())) {
                place.spot()
                        .refuse((place.required() ? "The required answer " : "The answer ") + place.key()
                                + " has no control, so that nobody can give it. Add a control in "
                                + spot.source().file()
                                + ", typed or with \"from\", or remove it here.");
            }
        }
        for (Ask ask : sheet.asks()) {
            if (circular(ask, sheet)) {
                ask.spot().refuse("Whether this is shown depends on itself. Let its rules look at other answers.");
            }
        }
    }

    private static boolean circular(Ask start, Sheet sheet) {
        Set<String> seen = new HashSet<>();
        Deque<Ask> open = new ArrayDeque<>();
        open.add(start);
        while (!open.isEmpty()) {
            for (Rule rule : open.remove().rules()) {
                for (Place place : rule.condition().places()) {
                    if (place.scope().equals(start.place().scope())) {
                        return true;
                    }
                    Ask next = sheet.byScope().get(place.scope());
                    if (next != null && seen.add(place.scope())) {
                        open.add(next);
                    }
                }
            }
        }
        return false;
    }
}
