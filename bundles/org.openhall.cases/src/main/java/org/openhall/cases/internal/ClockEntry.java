package org.openhall.cases.internal;

import java.time.Instant;

/**
 * One line of the ledger of a clock. Never changed.
 *
 * @param kind what happened
 * @param at when
 */
record ClockEntry(Kind kind, Instant at) {

    /** What happens to a clock. */
    enum Kind {
        /** The limit is known; nothing counts yet. */
        SET('S'),
        /** Counts from the next day on. */
        START('B'),
        /** Stands still from the next day on. */
        PAUSE('P'),
        /** Counts again from the next day on. */
        RESUME('R'),
        /** Ended. */
        STOP('E');

        private final char letter;

        Kind(char letter) {
            this.letter = letter;
        }

        private static Kind of(char letter) {
            for (Kind kind : values()) {
                if (kind.letter == letter) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("No kind of clock entry: " + letter);
        }
    }

    /** As it is stored: a letter and milliseconds since 1970. */
    String text() {
        return kind.letter + Long.toString(at.toEpochMilli());
    }

    static ClockEntry parse(String text) {
        return new ClockEntry(Kind.of(text.charAt(0)), Instant.ofEpochMilli(Long.parseLong(text.substring(1))));
    }
}
