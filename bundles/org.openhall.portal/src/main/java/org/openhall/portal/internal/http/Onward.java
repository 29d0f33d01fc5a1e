package org.openhall.portal.internal.http;

import java.util.Optional;
import java.util.function.Supplier;

/** Lists that go on from a place that stands in the address. */
public final class Onward {

    private Onward() {}

    /**
     * Asks for a part of a list.
     *
     * @param <T> what the list gives
     * @param after the place in the address
     * @param list asks for it
     * @return what it gave
     * @throws Refusal 404 when no list ever gave this place
     */
    public static <T> T from(Optional<String> after, Supplier<T> list) {
        try {
            return list.get();
        } catch (IllegalArgumentException e) {
            if (after.isEmpty()) {
                throw e;
            }
            throw Refusal.notFound();
        }
    }
}
