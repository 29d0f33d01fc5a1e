package org.openhall.storage.internal;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.openhall.api.metrics.Measure;
import org.openhall.api.storage.StorageUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A migrated database and its pools: for changes, for transactions that read one snapshot, and for single statements that read. */
public final class OpenDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OpenDatabase.class);

    /** Compacting writes all once more that lives in the file: about two seconds, and six on a busy machine. A stop may take fifteen. */
    private static final long MOST_TO_COMPACT = 128L << 20;

    /** As long as a transaction may live, in nanoseconds. */
    private static final long LATELY = 10_000_000_000L;

    private final Dialect dialect;
    private final DataSource unpooled;
    private final PoolNumbers numbers = new PoolNumbers();
    private final HikariDataSource changesPool;
    private final HikariDataSource readsPool;
    private final HikariDataSource glancesPool;
    private final Jdbi changes;
    private final Jdbi reads;
    private final Jdbi glances;

    private volatile boolean suspected;
    private volatile boolean closed;
    private volatile long closedAt = System.nanoTime() - LATELY;

    private OpenDatabase(Dialect dialect, DataSource unpooled, DatabaseAddress address) {
        this.dialect = dialect;
        this.unpooled = unpooled;
        changesPool = Pools.forChanges(dialect.pooled(), dialect, address, numbers);
        readsPool = Pools.forReads(dialect.pooled(), dialect, address, numbers);
        // a snapshot costs a server nothing
        glancesPool = dialect.embedded() ? Pools.forGlances(dialect.pooled(), dialect, address, numbers) : readsPool;
        changes = on(changesPool);
        changes.getConfig(SqlStatements.class).setSqlLogger(new Passing(dialect));
        reads = on(readsPool);
        reads.addCustomizer(new OnlyReads());
        glances = on(glancesPool);
        glances.addCustomizer(new OnlyReads());
    }

    /**
     * Connects, migrates and opens the pools.
     *
     * @param address where
     * @return ready for use
     * @throws RuntimeException when the database cannot be reached or migrated
     */
    public static OpenDatabase open(DatabaseAddress address) {
        Dialect dialect = Dialect.of(address);
        DataSource unpooled = dialect.dataSource();
        try {
            dialect.prove();
            Migrations.run(dialect);
            return new OpenDatabase(dialect, unpooled, address);
        } catch (RuntimeException e) {
            dialect.abandon();
            throw e;
        }
    }

    /** Whoever begins a transaction ends it ({@link BoundTransactions}), or the pool where that failed; JDBI need not look after it. */
    private static Jdbi on(HikariDataSource pool) {
        Jdbi jdbi = Instants.taughtTo(Jdbi.create(pool));
        jdbi.getConfig(Handles.class).setForceEndTransactions(false);
        return jdbi;
    }

    /** A handle for one transaction of changes. */
    Handle forChanges() {
        return changes.open();
    }

    /** A handle for one transaction that only reads. */
    Handle forReads() {
        return reads.open();
    }

    /** A handle for a single statement that reads. */
    Handle forGlances() {
        return glances.open();
    }

    /** A handle of its own for one long transaction that only reads, without time limits; rows come as they are read. */
    Handle forBackup() {
        Handle handle = Instants.taughtTo(Jdbi.create(unpooled)).open();
        try {
            handle.execute(dialect.prepareBackup());
            return handle;
        } catch (RuntimeException e) {
            handle.close();
            throw e;
        }
    }

    /** A transaction begins that changes something. */
    Change begin() {
        return dialect.begin();
    }

    /** Which SQL it speaks. */
    public Dialect dialect() {
        return dialect;
    }

    /** The file of an embedded database. */
    Optional<Path> file() {
        return dialect.file();
    }

    /** What pools and file tell in numbers. */
    public List<Measure> measures() {
        List<Measure> all = new ArrayList<>(numbers.measures());
        file().filter(Files::exists)
                .map(file -> Measure.Level.of(
                        "hall_database_file_bytes",
                        "Size of the file of an embedded database.",
                        file.toFile().length()))
                .ifPresent(all::add);
        return all;
    }

    /**
     * Somebody's work failed as if the database were away: it is looked at soon.
     *
     * @param closes whether an embedded database has closed itself over it
     */
    void suspect(boolean closes) {
        if (closes && dialect.embedded()) {
            closed = true;
            closedAt = System.nanoTime();
        }
        suspected = true;
    }

    /** Whether an embedded database has closed itself. */
    boolean closed() {
        return closed;
    }

    /** The same, or it had while somebody may still have been in a transaction on it. */
    boolean closedLately() {
        return closed || System.nanoTime() - closedAt < LATELY;
    }

    /** Whether an embedded database is closed now, whether or not anybody has noticed. */
    boolean lost() {
        boolean lost = dialect.lost();
        if (lost) {
            suspect(true);
        }
        return lost;
    }

    /** Whether somebody's work failed since it was looked at. */
    boolean suspected() {
        return suspected;
    }

    /**
     * Whether it answers a connection of its own, outside the pools. An embedded database that has closed itself is opened anew and must be
     * written to before it counts as there; all connections from before are given up, because they look sound and never are again.
     */
    boolean answers() {
        suspected = false;
        if (closed) {
            return opensAnew();
        }
        try (Connection connection = unpooled.getConnection()) {
            return connection.isValid(2);
        } catch (SQLException e) {
            LOG.debug("The database does not answer", e);
            closed = dialect.embedded() && Trouble.closes(e);
            return false;
        }
    }

    /** What is the matter, in a sentence for the administrator, when it does not answer. */
    String trouble() {
        return closed ? "the database's file cannot be written" : "the database does not answer";
    }

    private boolean opensAnew() {
        try {
            // first: H2 waits for sessions that are still there when it opens its file
            evict();
            dialect.prove();
            closed = false;
            return true;
        } catch (RuntimeException e) {
            LOG.debug("The database still cannot be written", e);
            if (Trouble.locked(e)) {
                // H2 forgets to close the file after an attempt that failed half way; its lock goes with the garbage
                System.gc();
            }
            return false;
        }
    }

    private void evict() {
        readsPool.getHikariPoolMXBean().softEvictConnections();
        glancesPool.getHikariPoolMXBean().softEvictConnections();
        changesPool.getHikariPoolMXBean().softEvictConnections();
    }

    @Override
    public void close() {
        readsPool.close();
        glancesPool.close();
        changesPool.close();
        try (Change last = dialect.begin()) {
            // those who still wait for their commit to be written are told before the file is closed
            last.keep();
        } catch (StorageUnavailable e) {
            LOG.warn("The database's file could not be written at the end; nothing that was acknowledged is lost", e);
        }
        try (Connection last = unpooled.getConnection();
                Statement statement = last.createStatement()) {
            if (dialect.embedded()) {
                statement.execute(
                        file().isPresent() && LiveBytes.of(last) <= MOST_TO_COMPACT ? "shutdown compact" : "shutdown");
            }
        } catch (SQLException e) {
            LOG.warn("The database did not close cleanly; nothing that was acknowledged is lost", e);
        }
    }
}
