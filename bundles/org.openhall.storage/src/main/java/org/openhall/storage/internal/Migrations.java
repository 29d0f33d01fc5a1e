package org.openhall.storage.internal;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The one ordered history of the hall's tables. */
public final class Migrations {

    private Migrations() {}

    /** All of them. */
    public static Flyway of(DataSource source) {
        return configured(source).load();
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
