package org.openhall.forms.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openhall.forms.internal.Element.Ask;

/**
 * The questions about one object: the form, or a row of a list.
 *
 * @param asks in the order of the layout
 * @param byScope the same by scope
 * @param places all places of the object by scope
 */
record Sheet(List<Ask> asks, Map<String, Ask> byScope, Map<String, Place> places) {

    static final Sheet NONE = new Sheet(List.of(), Map.of(), Map.of());

    static Sheet of(List<Ask> asks, Map<String, Place> places) {
        Map<String, Ask> byScope = new HashMap<>();
        asks.forEach(ask -> byScope.putIfAbsent(ask.place().scope(), ask));
        return new Sheet(List.copyOf(asks), Map.copyOf(byScope), places);
    }
}
