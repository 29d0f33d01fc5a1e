package org.openhall.catalogue.internal.list;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Answers that were found a moment ago, for all who ask the same. What is changed here is seen at once; what another node has changed, within
 * seconds.
 *
 * @param <Q> the question, with a value's {@code equals}
 * @param <A> the answer, immutable
 */
final class Recent<Q, A> {

    private static final long MOMENT = TimeUnit.SECONDS.toNanos(5);

    private final Map<Q, Found<A>> answers;
    private long change;

    private record Found<A>(A answer, long at) {}

    /**
     * Knows nothing yet.
     *
     * @param most answers that are kept, those that were asked for last
     */
    Recent(int most) {
        answers = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Q, Found<A>> eldest) {
                return size() > most;
            }
        };
    }

    A get(Q question, Supplier<A> find) {
        return find(question, () -> Optional.of(find.get())).orElseThrow();
    }

    /** An answer that there may not be; that there is none is not kept. The present must be looked for, not a snapshot taken before. */
    Optional<A> find(Q question, Supplier<Optional<A>> find) {
        long before;
        synchronized (this) {
            Found<A> found = answers.get(question);
            if (found != null && System.nanoTime() - found.at < MOMENT) {
                return Optional.of(found.answer);
            }
            before = change;
        }
        long at = System.nanoTime();
        Optional<A> answer = find.get();
        synchronized (this) {
            // what was changed while it was looked for may be missing in it
            if (before == change) {
                answer.ifPresent(present -> answers.put(question, new Found<>(present, at)));
            }
        }
        return answer;
    }

    /** Something has changed. */
    synchronized void forget() {
        change++;
        answers.clear();
    }
}
