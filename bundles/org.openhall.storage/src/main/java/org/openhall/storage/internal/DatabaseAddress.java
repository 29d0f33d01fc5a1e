package org.openhall.storage.internal;

import java.nio.file.Path;
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

    /** The configured one, else H2 in the home. */
    public static DatabaseAddress of(StorageSettings settings, String home) {
        return new DatabaseAddress(
                settings.url().isBlank() ? inHome(home) : settings.url(),
                settings.user(),
                settings.password(),
                settings.pool_size(),
                settings.pool_wait());
    }

    private static String inHome(String home) {
        if (home == null) {
            throw new IllegalStateException("Neither url in org.openhall.storage.cfg nor openhall.home is set");
        }
        return "jdbc:h2:file:" + Path.of(home).toAbsolutePath().resolve("data").resolve("hall");
    }

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return url.replaceAll("(?i)(password=)[^&;]*", "$1…");
    }
}
