package org.openhall.storage.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.openhall.api.storage.StorageUnavailable;

/** The one ordered history of the hall's tables. */
public final class Migrations {

    private Migrations() {}

    /** All of them. */
    public static Flyway of(DataSource source) {
        return configured(source).load();
    }

    /**
     * Brings the tables to where they should be. What failed on an embedded database is done again: it keeps what the statements before had done,
     * for which the migrations from 202611222101 on are written.
     */
    static void run(Dialect dialect) {
        Flyway flyway = of(dialect.patient());
        if (dialect.embedded()
                && Arrays.stream(flyway.info().all())
                        .anyMatch(one -> one.getState().isFailed())) {
            forgetFailures(dialect);
        }
        flyway.migrate();
    }

    private static void forgetFailures(Dialect dialect) {
        try (Connection connection = dialect.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("delete from \"flyway_schema_history\" where \"success\" = false");
        } catch (SQLException e) {
            throw new StorageUnavailable("The history of the database's tables cannot be written", e);
        }
    }

    /** Those up to a version: tables as an older hall had them. */
    public static Flyway upTo(String version, DataSource source) {
        return configured(source).target(version).load();
    }

    private static FluentConfiguration configured(DataSource source) {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(source)
                .locations("classpath:org/openhall/storage/migrations")
                .javaMigrations(new DesksMigration())
                .cleanDisabled(true);
    }
}
