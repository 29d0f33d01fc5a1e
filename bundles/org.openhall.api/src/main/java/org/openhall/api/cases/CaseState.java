package org.openhall.api.cases;

/** Where a case stands as a whole. */
public enum CaseState {
    /** 已提交, waits to be accepted. */
    SUBMITTED,
    /** 已受理, being worked on. */
    ACCEPTED,
    /** 准予许可, the positive decision is made, the result is on its way. */
    GRANTED,
    /** 办结. */
    COMPLETED,
    /** 不予受理. */
    DECLINED,
    /** 不予许可. */
    REFUSED;

    /**
     * Whether nothing more happens.
     *
     * @return true for the last three
     */
    public boolean ended() {
        return compareTo(COMPLETED) >= 0;
    }

    /**
     * As in {@code item.yaml} and the API.
     *
     * @return lower-case name
     */
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
