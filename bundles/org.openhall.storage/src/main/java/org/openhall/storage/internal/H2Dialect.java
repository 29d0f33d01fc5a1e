package org.openhall.storage.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jdbi.v3.core.statement.Update;

/** H2, in memory or in a file of this process. */
final class H2Dialect implements Dialect {

    private static final String FILE = "jdbc:h2:file:";
    private static final String MEMORY = "jdbc:h2:mem:";

    /** Without this an interrupted thread would close the file under all others. */
    private static final String UNINTERRUPTED = "jdbc:h2:retry:";

    private static final List<String> DEFAULTS = List.of(
            "WRITE_DELAY=0",
            "QUERY_CACHE_SIZE=128",
            "DB_CLOSE_ON_EXIT=FALSE",
            "DB_CLOSE_DELAY=-1",
            "LOCK_TIMEOUT=8000",
            "TRACE_LEVEL_FILE=0");

    private final DatabaseAddress address;

    H2Dialect(DatabaseAddress address) {
        this.address = address;
    }

    @Override
    public DataSource dataSource() {
        var source = new JdbcDataSource();
        source.setURL(withDefaults(address.url()));
        source.setUser(address.user());
        source.setPassword(address.password());
        return source;
    }

    /** The values were chosen with a kill test; see bundles/DECISIONS.md before changing them. */
    private static String withDefaults(String url) {
        var whole = new StringBuilder(url.startsWith(FILE) ? UNINTERRUPTED + url.substring(FILE.length()) : url);
        for (String option : DEFAULTS) {
            if (!url.toUpperCase(Locale.ROOT).contains(";" + option.substring(0, option.indexOf('=') + 1))) {
                whole.append(';').append(option);
            }
        }
        return whole.toString();
    }

    @Override
    public String prepareChanges() {
        return "set query_timeout 10000";
    }

    @Override
    public String prepareReads() {
        return "set query_timeout 10000; set session characteristics as transaction isolation level snapshot";
    }

    @Override
    public String prepareBackup() {
        return "set lazy_query_execution 1; set session characteristics as transaction isolation level snapshot";
    }

    @Override
    public boolean embedded() {
        return address.url().startsWith(FILE) || address.url().startsWith(MEMORY);
    }

    @Override
    public Optional<Path> file() {
        if (!address.url().startsWith(FILE)) {
            return Optional.empty();
        }
        return Optional.of(Path.of(address.url().substring(FILE.length()).split(";", 2)[0] + ".mv.db"));
    }

    @Override
    public String insertUnlessThere(String table, List<String> columns) {
        return "insert into " + table + " (" + String.join(", ", columns) + ") values (:" + String.join(", :", columns)
                + ")";
    }

    /** MERGE does not wait for another one's insert, INSERT does; a failed statement leaves H2's transaction alive. */
    @Override
    public boolean inserts(Update insert) {
        try {
            return insert.execute() == 1;
        } catch (UnableToExecuteStatementException e) {
            if (Trouble.duplicate(e)) {
                return false;
            }
            throw e;
        }
    }
}
