package org.openhall.storage.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** How much of an H2 file is still needed, as H2 itself counts it: the chunks that are in use, and of those the pages. */
final class LiveBytes {

    private static final String COUNTED = """
            select setting_name, cast(setting_value as bigint) from information_schema.settings
            where setting_name in ('info.FILE_SIZE', 'info.FILL_RATE', 'info.CHUNKS_FILL_RATE')""";

    private LiveBytes() {}

    static long of(Connection connection) throws SQLException {
        double bytes = 1;
        try (Statement statement = connection.createStatement();
                ResultSet counted = statement.executeQuery(COUNTED)) {
            while (counted.next()) {
                bytes *= counted.getString(1).equals("info.FILE_SIZE")
                        ? counted.getLong(2)
                        : counted.getLong(2) / 100.0; // per cent
            }
        }
        return (long) bytes;
    }
}
