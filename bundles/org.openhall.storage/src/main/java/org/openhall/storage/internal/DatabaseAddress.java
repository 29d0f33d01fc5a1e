package org.openhall.storage.internal;

import java.util.Objects;

/**
 * Where the database is.
 *
 * @param url JDBC address
 * @param user of the database
 * @param password of the user
 * @param poolSize connections for changes, and as many for reads
 * @param poolWait how long a request waits for a connection, in milliseconds
 */
public record DatabaseAddress(String url, String user, String password, int poolSize, int poolWait) {

    public DatabaseAddress {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(password, "password");
    }

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return url.replaceAll("(?i)(password=)[^&;]*", "$1…");
    }
}
