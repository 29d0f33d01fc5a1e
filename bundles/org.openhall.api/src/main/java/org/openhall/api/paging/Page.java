package org.openhall.api.paging;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One page of a longer list, keyset paged.
 *
 * @param <T> what is listed
 * @param entries at most as many as asked for
 * @param next what to give as {@code after} for the following page; empty on the last one; opaque to callers
 */
public record Page<T>(List<T> entries, Optional<String> next) {

    public Page {
        entries = List.copyOf(entries);
    }

    /**
     * The same page of something else.
     *
     * @param <R> of what
     * @param change makes one entry from one entry
     * @return the page
     */
    public <R> Page<R> map(Function<? super T, ? extends R> change) {
        return new Page<>(entries.stream().<R>map(change).toList(), next);
    }
}
