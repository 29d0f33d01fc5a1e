package org.openhall.storage.internal;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A data source whose connections come through a door of their own. */
final class DoorSource implements DataSource {

    /** Makes a connection. */
    @FunctionalInterface
    interface Door {
        Connection connect() throws SQLException;
    }

    private final DataSource settings;
    private final Door door;

    DoorSource(DataSource settings, Door door) {
        this.settings = settings;
        this.door = door;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return door.connect();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("user and password belong to the address");
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return settings.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter writer) throws SQLException {
        settings.setLogWriter(writer);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return settings.getLoginTimeout();
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        settings.setLoginTimeout(seconds);
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return settings.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return settings.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return settings.isWrapperFor(type);
    }
}
