package org.openhall.storage.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.openhall.storage.internal.DatabaseAddress;

/** A schema of its own in the PostgreSQL of the tests. */
public record PostgresSchema(PostgresServer server, String name) {

    /** Empty, whatever was there before. */
    public PostgresSchema made() {
        drop();
        execute("create schema " + name);
        return this;
    }

    public void drop() {
        execute("drop schema if exists " + name + " cascade");
    }

    /** Where it is. */
    public DatabaseAddress address(int pool) {
        String url = server.url() + (server.url().contains("?") ? "&" : "?") + "currentSchema=" + name;
        return new DatabaseAddress(url, server.user(), server.password(), pool, 3_000);
    }

    private void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(server.url(), server.user(), server.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
