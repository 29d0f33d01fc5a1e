package org.openhall.storage.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.openhall.api.storage.StorageUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Group commit for H2, whose commits are in memory first. One thread flushes and fsyncs in rounds; whoever has committed waits for the end
 * of a round that began after its commit, so one fsync serves all who wait.
 */
class DiskRounds implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DiskRounds.class);
    private static final DiskRounds NONE = new DiskRounds(null) {
        @Override
        void await() {
            // this database is on disk when a commit returns, or never
        }

        @Override
        public void close() {
            // nothing runs
        }
    };

    private final DataSource source;
    private final Thread thread = new Thread(this::loop, "storage-disk");

    private boolean wanted;
    private boolean closed;
    private boolean over;
    private long begun;
    private long ended;
    private long failed;
    private SQLException reason;

    private DiskRounds(DataSource source) {
        this.source = source;
    }

    static DiskRounds on(DataSource source) {
        var rounds = new DiskRounds(source);
        rounds.thread.setDaemon(true);
        rounds.thread.start();
        return rounds;
    }

    static DiskRounds none() {
        return NONE;
    }

    /** Returns when everything committed before the call is on disk. */
    synchronized void await() {
        long mine = begun + 1;
        wanted = true;
        notifyAll();
        boolean interrupted = false;
        while (ended < mine && !over) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (ended < mine || failed >= mine) {
            throw new StorageUnavailable("The change is made but could not be written to disk", reason);
        }
    }

    private void loop() {
        try {
            rounds();
        } finally {
            synchronized (this) {
                over = true;
                notifyAll();
            }
        }
    }

    private void rounds() {
        while (begin()) {
            try (Connection connection = source.getConnection();
                    Statement statement = connection.createStatement()) {
                do {
                    statement.execute("checkpoint sync");
                    end(null);
                } while (begin());
                return;
            } catch (SQLException e) {
                LOG.error("The database could not be written to disk", e);
                end(e);
            }
        }
    }

    private synchronized boolean begin() {
        while (!wanted && !closed) {
            try {
                wait();
            } catch (InterruptedException e) {
                LOG.debug("Only close() ends the rounds", e);
            }
        }
        // who waits when the database closes is served first
        if (!wanted) {
            return false;
        }
        wanted = false;
        begun++;
        return true;
    }

    private synchronized void end(SQLException error) {
        ended = begun;
        if (error != null) {
            failed = begun;
            reason = error;
        }
        notifyAll();
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        try {
            thread.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
