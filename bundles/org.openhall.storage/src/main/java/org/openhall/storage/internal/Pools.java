package org.openhall.storage.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;

/** Makes the connection pools. */
final class Pools {

    private Pools() {}

    static HikariDataSource forChanges(
            DataSource source, Dialect dialect, DatabaseAddress address, PoolNumbers numbers) {
        return new HikariDataSource(config("changes", source, address, dialect.prepareChanges(), numbers, false));
    }

    /** For transactions that read; with a server for single statements too, which are transactions of their own there. */
    static HikariDataSource forReads(DataSource source, Dialect dialect, DatabaseAddress address, PoolNumbers numbers) {
        return new HikariDataSource(
                config("reads", source, address, dialect.prepareReads(), numbers, !dialect.embedded()));
    }

    /** For single statements, each of which sees what is committed when it begins. */
    static HikariDataSource forGlances(
            DataSource source, Dialect dialect, DatabaseAddress address, PoolNumbers numbers) {
        return new HikariDataSource(config("glances", source, address, dialect.prepareChanges(), numbers, true));
    }

    private static HikariConfig config(
            String name,
            DataSource source,
            DatabaseAddress address,
            String prepare,
            PoolNumbers numbers,
            boolean autoCommit) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(source);
        config.setMaximumPoolSize(address.poolSize());
        config.setMinimumIdle(Math.min(2, address.poolSize()));
        config.setConnectionTimeout(address.poolWait());
        config.setValidationTimeout(Math.min(2_000, address.poolWait()));
        config.setConnectionInitSql(prepare);
        // Whether each statement is a transaction. Never switched on H2, where that is a commit of its own, which takes
        // a snapshot of all tables once more; PostgreSQL's driver only remembers it.
        config.setAutoCommit(autoCommit);
        config.setIsolateInternalQueries(true);
        config.setMetricsTrackerFactory(numbers);
        return config;
    }
}
