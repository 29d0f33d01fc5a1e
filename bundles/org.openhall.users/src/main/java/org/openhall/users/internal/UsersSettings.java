package org.openhall.users.internal;

/** Settings read from {@code config/org.openhall.users.cfg}. */
public @interface UsersSettings {

    /** Fewest characters of a password. */
    int password_length() default 10;

    /** Argon2id: memory of one hashing, in KiB. */
    int password_memory() default 19_456;

    /** Argon2id: passes over the memory. */
    int password_passes() default 2;

    /** Hashings at one time; each takes its memory from the heap. */
    int password_parallel() default 2;

    /** Minutes after which a session that is not used ends. */
    int session_idle() default 120;

    /** Minutes after which a session ends however much it is used. */
    int session_longest() default 480;

    /** Wrong passwords for one username from one address before the next attempt must wait. */
    int guesses_username() default 5;

    /** Wrong passwords from one address, whatever the username, before the next attempt must wait. */
    int guesses_address() default 50;

    /** Accounts that may be registered from one address within an hour. */
    int registrations_address() default 200;
}
