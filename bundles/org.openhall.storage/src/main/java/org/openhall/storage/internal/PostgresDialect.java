package org.openhall.storage.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.statement.Update;
import org.postgresql.ds.PGSimpleDataSource;

/** PostgreSQL. */
final class PostgresDialect implements Dialect {

    /** Seconds; longer than any statement may take: a server that is gone must not hold a thread for ever. */
    private static final int SLOWEST = 20;

    private final DatabaseAddress address;

    PostgresDialect(DatabaseAddress address) {
        this.address = address;
    }

    @Override
    public DataSource dataSource() {
        return source(60);
    }

    /** Without an end to waiting for one statement; a server that is gone is noticed by the system, for it asks now and then. */
    @Override
    public DataSource patient() {
        return source(0);
    }

    @Override
    public DataSource pooled() {
        return source(SLOWEST);
    }

    @Override
    public void prove() {
        // a server that cannot write says so to whoever tries
    }

    private PGSimpleDataSource source(int seconds) {
        var source = new PGSimpleDataSource();
        source.setURL(address.url());
        source.setUser(address.user());
        source.setPassword(address.password());
        source.setApplicationName("OpenHall");
        source.setConnectTimeout(3);
        source.setLoginTimeout(10);
        source.setSocketTimeout(seconds);
        source.setTcpKeepAlive(true);
        return source;
    }

    @Override
    public void abandon() {
        // a server goes on without us
    }

    @Override
    public String prepareChanges() {
        return "set statement_timeout = 10000; set lock_timeout = 8000; set idle_in_transaction_session_timeout = 15000";
    }

    @Override
    public String prepareReads() {
        return prepareChanges()
                + "; set default_transaction_isolation = 'repeatable read'; set default_transaction_read_only = on";
    }

    @Override
    public String prepareBackup() {
        return "set statement_timeout = 0; set idle_in_transaction_session_timeout = 0;"
                + " set default_transaction_isolation = 'repeatable read'; set default_transaction_read_only = on";
    }

    @Override
    public boolean embedded() {
        return false;
    }

    @Override
    public Optional<Path> file() {
        return Optional.empty();
    }

    @Override
    public String insertUnlessThere(String table, List<String> columns) {
        return "insert into " + table + " (" + String.join(", ", columns) + ") values (:" + String.join(", :", columns)
                + ") on conflict do nothing";
    }

    @Override
    public boolean inserts(Update insert) {
        return insert.execute() == 1;
    }
}
