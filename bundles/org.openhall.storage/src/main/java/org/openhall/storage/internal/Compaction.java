package org.openhall.storage.internal;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.h2.mvstore.MVStoreTool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the file of an embedded database small while the hall runs. H2 writes every commit to a new place and, with the settings of
 * {@link H2Dialect}, never to an old one, because a killed process may lose what was acknowledged when it does. So the file is written anew
 * now and then: new transactions wait, the file is closed, what is alive is copied to another file, that takes its place, and all go on.
 */
final class Compaction {

    /** Bytes below which a file is left alone. */
    static final long SMALL = 192L * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(Compaction.class);

    /** Bytes above which copying would keep everybody waiting for too long; PostgreSQL is for such halls. */
    private static final long LARGE = 1024L * 1024 * 1024;
    /** A file is written anew when no more than this part of it is alive, in percent. */
    private static final int ALIVE = 33;
    /** Longer than any transaction may take. */
    private static final Duration PATIENCE = Duration.ofSeconds(12);

    private static final String FILL_RATE =
            "select setting_value from information_schema.settings where setting_name = 'info.CHUNKS_FILL_RATE'";

    private final Path file;
    private final DataSource unpooled;
    private final List<HikariDataSource> pools;

    /**
     * Does nothing yet.
     *
     * @param file of the database
     * @param unpooled connections to it
     * @param pools everything else that is connected to it
     */
    Compaction(Path file, DataSource unpooled, List<HikariDataSource> pools) {
        this.file = file;
        this.unpooled = unpooled;
        this.pools = List.copyOf(pools);
    }

    /**
     * Compacts the file if that is worth it; when transactions do not end in time or anything else fails, the hall goes on with the file as it is.
     *
     * @param small bytes below which it is left alone
     */
    void run(long small) {
        long before = size();
        if (before >= small && isWorthIt(before)) {
            compact(before);
        }
    }

    private boolean isWorthIt(long size) {
        try (Connection connection = unpooled.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rate = statement.executeQuery(FILL_RATE)) {
            return rate.next() && rate.getInt(1) <= ALIVE && size / 100 * rate.getInt(1) <= LARGE;
        } catch (SQLException e) {
            LOG.warn("How much of the database file is alive is unknown", e);
            return false;
        }
    }

    private void compact(long before) {
        long began = System.nanoTime();
        pools.forEach(pool -> pool.getHikariPoolMXBean().suspendPool());
        try {
            if (idle()) {
                shut();
                MVStoreTool.compact(file.toString(), false);
                LOG.info(
                        "The database file was compacted from {} to {} KiB in {} ms",
                        before >> 10,
                        size() >> 10,
                        Duration.ofNanos(System.nanoTime() - began).toMillis());
            } else {
                LOG.warn("The database file is not compacted now: transactions did not end within {}", PATIENCE);
            }
        } catch (SQLException | RuntimeException e) {
            LOG.warn("The database file was not compacted this time", e);
        } finally {
            pools.forEach(pool -> pool.getHikariPoolMXBean().resumePool());
        }
    }

    private boolean idle() {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (pools.stream().anyMatch(pool -> pool.getHikariPoolMXBean().getActiveConnections() > 0)) {
            if (System.nanoTime() > until) {
                return false;
            }
            try {
                Thread.sleep(2);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    /** Nobody holds a connection; those that lie idle in the pools end with the database. */
    private void shut() throws SQLException {
        pools.forEach(pool -> pool.getHikariPoolMXBean().softEvictConnections());
        try (Connection last = unpooled.getConnection();
                Statement statement = last.createStatement()) {
            statement.execute("shutdown");
        }
    }

    private long size() {
        return file.toFile().length();
    }
}
