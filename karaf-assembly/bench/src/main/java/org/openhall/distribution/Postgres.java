package org.openhall.distribution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.openhall.storage.testing.PostgresProcess;

/**
 * A PostgreSQL server for halls, with PostgreSQL's own settings: whoever wants to know what survives it or how fast it is gets an answer that is
 * true elsewhere.
 */
public final class Postgres implements AutoCloseable {

    private final PostgresProcess server;

    private Postgres(PostgresProcess server) {
        this.server = server;
    }

    /** Makes a new, empty one and starts it. Empty when the machine has no PostgreSQL (Debian: apt-get install postgresql). */
    public static Optional<Postgres> fresh() {
        return PostgresProcess.fresh("max_connections=200").map(Postgres::new);
    }

    /** JDBC address. */
    public String url() {
        return url(port());
    }

    /** JDBC address by another port, behind which something forwards to {@link #port}. */
    public String url(int otherPort) {
        return "jdbc:postgresql://127.0.0.1:" + otherPort + "/postgres";
    }

    public int port() {
        return server.port();
    }

    public String user() {
        return server.user();
    }

    /** A folder for one more hall, whose settings say that it runs on this server. */
    public Path newHome(String name) {
        return newHome(name, url(), "");
    }

    /** The same by another address, with more lines for the settings of the storage. */
    public Path newHome(String name, String address, String more) {
        Path home = Hall.newHome(name);
        try {
            Files.writeString(
                    Files.createDirectories(home.resolve("etc")).resolve("org.openhall.storage.cfg"),
                    "url = " + address + "\nuser = " + user() + "\n" + more);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return home;
    }

    /** Starts it, after {@link #kill} too: then it recovers first. Returns when it takes connections. */
    public void start() {
        server.start();
    }

    /** Stops it as an administrator does who does not wait for anybody. */
    public void stop() {
        server.stop();
    }

    /** Ends all its processes at once: nothing is finished, nothing is written. */
    public void kill() {
        server.kill();
    }

    @Override
    public void close() {
        server.close();
    }
}
