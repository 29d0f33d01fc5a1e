package org.openhall.storage.internal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jdbi.v3.core.statement.Update;
import org.openhall.api.storage.StorageUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** H2, in memory or in a file of this process. */
final class H2Dialect implements Dialect {

    private static final Logger LOG = LoggerFactory.getLogger(H2Dialect.class);

    private static final String CLOSE = "shutdown immediately";
    private static final String FILE = "jdbc:h2:file:";
    private static final String MEMORY = "jdbc:h2:mem:";

    /** Without this an interrupted thread would close the file under all others. */
    private static final String UNINTERRUPTED = "jdbc:h2:retry:";

    /** Each connection would give writing back to H2; {@link H2Store} does it. */
    private static final Pattern WRITE_DELAY = Pattern.compile(";WRITE_DELAY=[^;]*", Pattern.CASE_INSENSITIVE);

    private static final List<String> DEFAULTS = List.of(
            "RETENTION_TIME=5000",
            // KB of pages kept; of 256 MB of heap H2 itself would take 15 MB, which are thirty when they turn over
            "CACHE_SIZE=4096",
            "QUERY_CACHE_SIZE=128",
            "DB_CLOSE_ON_EXIT=FALSE",
            "DB_CLOSE_DELAY=-1",
            "LOCK_TIMEOUT=8000",
            "TRACE_LEVEL_FILE=0");

    private final DatabaseAddress address;
    private final Optional<H2File> file;
    private final DataSource source;
    private final DataSource pooled;

    H2Dialect(DatabaseAddress address) {
        this.address = address;
        var h2 = new JdbcDataSource();
        h2.setURL(withDefaults(WRITE_DELAY.matcher(address.url()).replaceAll("")));
        h2.setUser(address.user());
        h2.setPassword(address.password());
        file = file().map(path -> new H2File(path, h2));
        source = file.<DataSource>map(one -> new DoorSource(h2, one::open)).orElse(h2);
        pooled = file.<DataSource>map(one -> new DoorSource(h2, one::join)).orElse(h2);
    }

    @Override
    public DataSource dataSource() {
        return source;
    }

    @Override
    public DataSource pooled() {
        return pooled;
    }

    @Override
    public void prove() {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            enter();
            try {
                // leaves no object behind, whenever it is interrupted
                statement.execute("comment on schema public is 'written " + Instant.now() + "'");
            } catch (SQLException e) {
                if (Trouble.closes(e)) {
                    // it may have been opened for reading only, and would stay so as long as it is open
                    close(statement, e);
                }
                throw e;
            } finally {
                leave();
            }
            begin().keep();
        } catch (SQLException e) {
            throw new StorageUnavailable("The database's file cannot be written", e);
        }
    }

    @Override
    public Change begin() {
        return file.flatMap(H2File::begin).orElse(Change.OF_A_SERVER);
    }

    @Override
    public void enter() {
        file.ifPresent(one -> one.gate().enter());
    }

    @Override
    public void leave() {
        file.ifPresent(one -> one.gate().leave());
    }

    @Override
    public boolean lost() {
        return file.filter(one -> !one.isOpen()).isPresent();
    }

    @Override
    public void abandon() {
        if (embedded()) {
            try (Connection connection = pooled.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(CLOSE);
            } catch (SQLException e) {
                LOG.debug("It was closed already", e);
            }
        }
    }

    private static void close(Statement statement, SQLException why) {
        try {
            statement.execute(CLOSE);
        } catch (SQLException e) {
            // it has closed itself already
            why.addSuppressed(e);
        }
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
