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
                ask.spot()
                        .refuse(
                                "Another control asks " + ask.place().scope() + " already. Remove one.",
                                "已经有控件问 " + ask.place().scope() + "，请删掉一个。");
            }
        }
        for (Place place : sheet.places().values()) {
            if (!seen.contains(place.scope())) {
                place.spot()
                        .refuse(
                                (place.required() ? "The required answer " : "The answer ") + place.key()
                                        + " has no control, so that nobody can give it. Add a control in "
                                        + spot.source().file()
                                        + ", typed or with \"from\", or remove it here.",
                                (place.required() ? "必答的 " : "") + place.key() + " 没有控件，没有人能回答。请在 "
                                        + spot.source().file() + " 里加一个控件（填写的或带“from”的），或者在这里删掉它。");
            }
        }
        for (Ask ask : sheet.asks()) {
            if (circular(ask, sheet)) {
                ask.spot()
                        .refuse(
                                "Whether this is shown depends on itself. Let its rules look at other answers.",
                                "它显示与否取决于它自己，请让规则看别的答案。");
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
