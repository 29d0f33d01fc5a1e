package org.openhall.catalogue.internal;

/** Settings read from {@code config/org.openhall.catalogue.cfg}. */
public @interface CatalogueSettings {

    /** Where the shipped items lie; empty for {@code items} of the distribution. */
    String items() default "";

    /** How long drafts of a line may still be filed after a newer line came, in hours. */
    int grace_hours() default 24;

    /** How often the database is asked whether another node deployed something, in seconds. */
    int poll_seconds() default 5;

    /** How often is looked whether a planned activation is due, in seconds. */
    int plan_seconds() default 2;

    /** How often is looked whether the last case of a line that takes nothing new has ended, in seconds. */
    int drain_seconds() default 60;

    /** How long to wait for the services of an item, in seconds. */
    int wait_seconds() default 5;

    /** How long a version that was replaced may finish its calls, in seconds. */
    int stop_seconds() default 30;

    /** Threads for the rules of all items. */
    int rule_threads() default 64;

    /** How many of them one version may use at once. */
    int rule_permits() default 16;

    /** How long a rule may take, in milliseconds. */
    int rule_millis() default 2_000;

    /** How much one call of a rule may allocate, in megabytes; what takes more is given up and stopped. */
    int rule_megabytes() default 48;

    /** Threads for the automatic steps of all items. */
    int step_threads() default 16;

    /** How many of them one version may use at once. */
    int step_permits() default 4;

    /** How long an automatic step may take, in milliseconds. */
    int step_millis() default 30_000;

    /** How much one call of an automatic step may allocate, in megabytes. */
    int step_megabytes() default 256;

    /** After how many threads that did not come back, or calls given up within a minute, a version's code is not called any more. */
    int breaker() default 3;
}
