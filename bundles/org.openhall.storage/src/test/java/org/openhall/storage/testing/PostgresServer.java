package org.openhall.storage.testing;

import java.util.Optional;

/**
 * A PostgreSQL for tests: the one that the system property {@code openhall.test.postgres} (or the variable OPENHALL_TEST_POSTGRES) names as a
 * JDBC address with user and password, else one that is started from the programs on this machine and stopped with this process.
 */
public final class PostgresServer {

    static final String HOW_TO_HAVE_ONE =
            "install it (Debian: apt-get install postgresql) or name one with -Dopenhall.test.postgres=jdbc:postgresql://…";

    private static final Optional<PostgresServer> SHARED = named().or(PostgresServer::started);

    private final String url;
    private final String user;
    private final String password;

    private PostgresServer(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** The one of this process; empty when the machine has none. */
    public static Optional<PostgresServer> shared() {
        return SHARED;
    }

    public String url() {
        return url;
    }

    public String user() {
        return user;
    }

    public String password() {
        return password;
    }

    private static Optional<PostgresServer> named() {
        String url = System.getProperty("openhall.test.postgres", System.getenv("OPENHALL_TEST_POSTGRES"));
        return Optional.ofNullable(url).map(u -> new PostgresServer(u, null, null));
    }

    /** Tests want it fast and shared by many pools, and nothing in it outlives them. */
    private static Optional<PostgresServer> started() {
        return PostgresProcess.fresh("fsync=off", "max_connections=300", "shared_buffers=32MB")
                .map(server -> new PostgresServer(
                        "jdbc:postgresql://127.0.0.1:" + server.port() + "/postgres", server.user(), ""));
    }
}
