package org.openhall.forms.internal;

import com.networknt.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** When a rule applies. */
sealed interface Condition {

    /** Whether it holds, given what is answered at each place. */
    boolean holds(Function<Place, Optional<Object>> answers);

    /** The places it looks at. */
    List<Place> places();

    /** The answer at a place satisfies a schema; no answer satisfies none. */
    record Where(Place place, Schema schema, Optional<Object> constant) implements Condition {

        @Override
        public boolean holds(Function<Place, Optional<Object>> answers) {
            Optional<Object> answer = answers.apply(place);
            return answer.isPresent() && accepts(answer.get());
        }

        boolean accepts(Object answer) {
            boolean sane = !(answer instanceof java.math.BigDecimal number) || Nodes.sane(number);
            return sane && schema.validate(Nodes.of(answer)).isEmpty();
        }

        @Override
        public List<Place> places() {
            return List.of(place);
        }
    }

    /** All hold. */
    record All(List<Condition> conditions) implements Condition {

        @Override
        public boolean holds(Function<Place, Optional<Object>> answers) {
            return conditions.stream().allMatch(condition -> condition.holds(answers));
        }

        @Override
        public List<Place> places() {
            return conditions.stream()
                    .flatMap(condition -> condition.places().stream())
                    .toList();
        }
    }

    /** One or more hold. */
    record Any(List<Condition> conditions) implements Condition {

        @Override
        public boolean holds(Function<Place, Optional<Object>> answers) {
            return conditions.stream().anyMatch(condition -> condition.holds(answers));
        }

        @Override
        public List<Place> places() {
            return conditions.stream()
                    .flatMap(condition -> condition.places().stream())
                    .toList();
        }
    }
}
