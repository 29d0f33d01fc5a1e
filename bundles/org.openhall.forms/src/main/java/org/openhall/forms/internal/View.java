package org.openhall.forms.internal;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhall.forms.internal.Element.Ask;

/** What is shown for one set of answers. Used by one thread, for one call. */
final class View {

    /** How a question stands. */
    enum State {
        /** Not shown. */
        HIDDEN,
        /** Shown, cannot be typed, does not count. */
        OFF,
        /** Asked. */
        ON
    }

    private final Sheet sheet;
    private final Map<String, Object> values;
    private final Map<Ask, State> states = new IdentityHashMap<>();

    View(Sheet sheet, Map<String, Object> values) {
        this.sheet = sheet;
        this.values = values;
    }

    Map<String, Object> values() {
        return values;
    }

    /** What stands in the draft, shown or not. */
    Optional<Object> draft(Place place) {
        return Tree.get(values, place.path());
    }

    State state(Ask ask) {
        if (ask.rules().isEmpty()) {
            return State.ON;
        }
        State known = states.get(ask);
        if (known == null) {
            known = state(ask.rules());
            states.put(ask, known);
        }
        return known;
    }

    boolean shown(Optional<Rule> rule) {
        return rule.isEmpty() || state(List.of(rule.get())) != State.HIDDEN;
    }

    private State state(List<Rule> rules) {
        State state = State.ON;
        for (Rule rule : rules) {
            boolean holds = rule.condition().holds(this::counting);
            switch (rule.effect()) {
                case SHOW, HIDE -> {
                    if (holds != (rule.effect() == Rule.Effect.SHOW)) {
                        return State.HIDDEN;
                    }
                }
                case ENABLE, DISABLE -> {
                    if (holds != (rule.effect() == Rule.Effect.ENABLE)) {
                        state = State.OFF;
                    }
                }
            }
        }
        return state;
    }

    /** The answer at a place, if its question is asked; what is hidden or off is as good as not answered. */
    private Optional<Object> counting(Place place) {
        Ask ask = sheet.byScope().get(place.scope());
        return ask != null && state(ask) == State.ON
                ? draft(place).filter(value -> !Typed.empty(value))
                : Optional.empty();
    }
}
