package org.openhall.api.catalogue;

/**
 * A time limit.
 *
 * @param days at least 1
 * @param unit how days are counted
 */
public record Limit(int days, Unit unit) {

    /** How days are counted. */
    public enum Unit {
        /** 工作日. */
        WORKING,
        /** 自然日. */
        CALENDAR
    }
}
