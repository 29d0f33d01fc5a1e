package org.openhall.storage.internal.backup;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.openhall.storage.internal.backup.Manifest.Part;

/**
 * Puts the rows of a backup into its tables. On a server all of them become visible in one commit; an embedded database, which nobody else sees,
 * commits again and again and so needs little memory.
 */
final class RowsIn {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int MOST_ROWS = 500;
    private static final long MOST_BYTES = 4_000_000;

    private final Connection connection;
    private final boolean embedded;
    private final Watch watch;

    RowsIn(Connection connection, boolean embedded, Watch watch) {
        this.connection = connection;
        this.embedded = embedded;
        this.watch = watch;
    }

    void fill(Path backup, Manifest manifest) throws SQLException, IOException {
        connection.setAutoCommit(false);
        empty(manifest.tables());
        Map<String, TableShape> tables =
                manifest.tables().stream().collect(Collectors.toMap(TableShape::name, Function.identity()));
        Map<String, Part> parts = manifest.parts().stream().collect(Collectors.toMap(Part::name, Function.identity()));
        try (TarIn tar = TarIn.of(backup)) {
            for (var entry = tar.next(); entry.isPresent(); entry = tar.next()) {
                Part part = parts.get(entry.get().name());
                if (part != null) {
                    put(part, tables.get(part.table()), tar.content().readAllBytes());
                }
            }
        }
        new NumberSeries(connection, embedded).restore(manifest.next());
        connection.commit();
    }

    /** What migrations have put there is in the backup too. */
    private void empty(List<TableShape> tables) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (int i = tables.size() - 1; i >= 0; i--) {
                statement.executeUpdate("delete from " + tables.get(i).name());
            }
        }
    }

    private void put(Part part, TableShape table, byte[] content) throws SQLException, IOException {
        long rows = 0;
        long sent = 0;
        try (PreparedStatement insert = connection.prepareStatement(table.insert());
                JsonParser in = JSON.createParser(new GZIPInputStream(new ByteArrayInputStream(content)))) {
            while (in.nextToken() == JsonToken.START_ARRAY) {
                bind(table, in, insert);
                insert.addBatch();
                rows++;
                watch.row();
                long at = in.currentTokenLocation().getByteOffset();
                if (rows % MOST_ROWS == 0 || at - sent > MOST_BYTES) {
                    send(insert);
                    sent = at;
                }
            }
            send(insert);
        }
        if (rows != part.rows()) {
            throw new BrokenBackup(part.name() + " has not the rows that the manifest says");
        }
    }

    private void send(PreparedStatement insert) throws SQLException {
        insert.executeBatch();
        if (embedded) {
            connection.commit();
        }
    }

    private static void bind(TableShape table, JsonParser in, PreparedStatement insert)
            throws SQLException, IOException {
        for (int column = 0; column < table.columns().size(); column++) {
            in.nextToken();
            table.columns().get(column).kind().bind(in, insert, column + 1);
        }
        if (in.nextToken() != JsonToken.END_ARRAY) {
            throw new BrokenBackup("a row of " + table.name() + " has more values than columns");
        }
    }
}
