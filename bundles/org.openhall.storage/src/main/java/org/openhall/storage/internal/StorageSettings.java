package org.openhall.storage.internal;

/** Settings read from {@code config/org.openhall.storage.cfg}. */
public @interface StorageSettings {

    /** JDBC address; empty for H2 in the hall's home. */
    String url() default "";

    /** User of the database. */
    String user() default "sa";

    /** Password of the user. */
    String password() default "";

    /** Connections for changes; as many again for reads. */
    int pool_size() default 10;

    /** How long a request waits for a connection, in milliseconds. */
    int pool_wait() default 3_000;

    /** H2 only: size of the file, in MiB, from which the log warns. */
    int warn_size() default 1_024;

    /** Time zone of the hall. */
    String zone() default "Asia/Shanghai";

    /** Name of this node in the leases of the outbox; empty for host name and home. */
    String node() default "";

    /** Tries before a message of the outbox is parked. */
    int outbox_tries() default 12;
}
