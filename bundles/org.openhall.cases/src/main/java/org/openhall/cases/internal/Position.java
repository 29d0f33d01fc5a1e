package org.openhall.cases.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.openhall.api.paging.Page;

/**
 * Where a page of a list ends, which the next one goes on after.
 *
 * @param at what the list is ordered by
 * @param id decides between equals
 */
record Position(Instant at, long id) {

    private static final int MOST = 100;

    /**
     * Reads what a client gave back.
     *
     * @throws IllegalArgumentException for what no list ever gave; dates that no list holds would only fail in the database
     */
    static Optional<Position> parse(Optional<String> after) {
        return after.map(text -> {
            String[] parts = text.split("_", 2);
            try {
                Position position = new Position(Instant.parse(parts[0]), Long.parseLong(parts[parts.length - 1]));
                if (!position.at().isBefore(Instant.EPOCH) && !position.at().isAfter(TaskTable.NEVER)) {
                    return position;
                }
            } catch (DateTimeException | NumberFormatException noPosition) {
                throw new IllegalArgumentException("Not a position in this list: " + text, noPosition);
            }
            throw new IllegalArgumentException("Not a position in this list: " + text);
        });
    }

    /** Checks how many are asked for. */
    static int limit(int asked) {
        if (asked < 1 || asked > MOST) {
            throw new IllegalArgumentException("limit is 1 to " + MOST + ": " + asked);
        }
        return asked;
    }

    /** Makes a page of one more than was asked for. */
    static <T> Page<T> page(List<T> found, int limit, Function<T, String> position) {
        if (found.size() <= limit) {
            return new Page<>(found, Optional.empty());
        }
        return new Page<>(found.subList(0, limit), Optional.of(position.apply(found.get(limit - 1))));
    }

    /** As given to clients. */
    @Override
    public String toString() {
        return at + "_" + id;
    }
}
