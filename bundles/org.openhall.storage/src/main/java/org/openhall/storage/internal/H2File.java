package org.openhall.storage.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/**
 * The file of an H2 database. H2 would open it with whatever connection comes first, also after it closed itself over a failed write; here it is
 * opened in one place, and its newest chunk is looked for before. One connection is held to know whether it is open: looking into an open file
 * would take H2's lock away.
 */
final class H2File {

    /** Shorter than anybody waits for a pool. */
    private static final long PATIENCE_MILLIS = 2_000;

    private static final String CANNOT_BE_WRITTEN = "90031";
    private static final String IS_CLOSED = "90098";

    private final Path path;
    private final DataSource h2;
    private final H2Gate gate = new H2Gate();
    private final AtomicLong movesFrom = new AtomicLong(System.nanoTime());
    private Optional<Connection> held = Optional.empty();
    private volatile Optional<H2Store> store = Optional.empty();

    /**
     * Opens nothing yet.
     *
     * @param path where it lies
     * @param h2 what opens it
     */
    H2File(Path path, DataSource h2) {
        this.path = path;
        this.h2 = h2;
    }

    /** A connection; opens the file when it is closed. */
    synchronized Connection open() throws SQLException {
        if (!isOpen()) {
            mend();
            Connection first = openAnew();
            H2Store opened = H2Store.behind(first, gate);
            opened.lookAfter(path, movesFrom);
            store = Optional.of(opened);
            held = Optional.of(first);
            notifyAll();
        }
        return h2.getConnection();
    }

    /** A connection to the file that somebody has opened, or opens soon. */
    synchronized Connection join() throws SQLException {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        while (!isOpen()) {
            long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
            if (left < 1) {
                throw new SQLTransientConnectionException("The database's file is closed", IS_CLOSED);
            }
            await(left);
        }
        return h2.getConnection();
    }

    /** Somebody begins to change something in the file as it is open now; what is committed into another one is not kept by this. */
    Optional<Change> begin() {
        return store.map(H2Store::begin);
    }

    /** Through which comes who changes something. */
    H2Gate gate() {
        return gate;
    }

    private void await(long millis) throws SQLException {
        try {
            wait(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLTransientConnectionException("The database's file is closed", IS_CLOSED, e);
        }
    }

    /** Connections of a closed file call themselves valid; only statements tell. */
    synchronized boolean isOpen() {
        if (held.isPresent()) {
            try (Statement statement = held.get().createStatement()) {
                statement.execute("select 1");
            } catch (SQLException e) {
                held = Optional.empty();
                store.ifPresent(H2Store::letGo);
            }
        }
        return held.isPresent();
    }

    private Connection openAnew() throws SQLException {
        try {
            return h2.getConnection();
        } catch (SQLException e) {
            if (Trouble.locked(e)) {
                store.ifPresent(H2Store::release);
            }
            throw e;
        }
    }

    private void mend() throws SQLException {
        if (Files.exists(path)) {
            try {
                NewestChunk.remember(path);
            } catch (IOException e) {
                throw new SQLException("The database's file cannot be read and written", CANNOT_BE_WRITTEN, e);
            }
        }
    }
}
