package org.openhall.metrics.internal;

/** Settings read from {@code config/org.openhall.metrics.cfg}. */
public @interface MetricsSettings {

    /** Who sends this as bearer token may read the metrics from anywhere; empty: nobody. */
    String token() default "";

    /** Whether whoever asks from this machine, and not through a proxy, needs no token. */
    boolean local() default true;
}
