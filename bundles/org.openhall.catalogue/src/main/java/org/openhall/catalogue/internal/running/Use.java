package org.openhall.catalogue.internal.running;

/** What rules are asked for. Each use has permits and a breaker of its own, so that a trial of what serves holds up no filing. */
public enum Use {
    /** Somebody files, and waits for the answer. */
    FILING,
    /** Somebody tries a version over cases that are in the hall already. */
    TRIAL
}
