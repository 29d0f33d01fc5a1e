package org.openhall.storage.internal.backup;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.openhall.storage.internal.backup.Manifest.Part;

/** Writes the rows of tables into a tar, in parts that fit into memory. */
final class RowsOut {

    private final Connection connection;
    private final TarOut tar;
    private final Watch watch;
    private final List<Part> parts = new ArrayList<>();

    RowsOut(Connection connection, TarOut tar, Watch watch) {
        this.connection = connection;
        this.tar = tar;
        this.watch = watch;
    }

    void write(TableShape table) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(table.fetchSize());
            try (ResultSet rows = statement.executeQuery(table.select())) {
                PartWriter part = new PartWriter();
                int number = 1;
                while (rows.next()) {
                    row(table, rows, part);
                    if (part.full()) {
                        end(table, number++, part);
                        part = new PartWriter();
                    }
                }
                if (part.rows() > 0) {
                    end(table, number, part);
                }
            }
        }
    }

    private void row(TableShape table, ResultSet rows, PartWriter part) throws SQLException, IOException {
        JsonGenerator out = part.row();
        for (int column = 0; column < table.columns().size(); column++) {
            table.columns().get(column).kind().write(out, rows, column + 1);
        }
        part.endRow();
        watch.row();
    }

    private void end(TableShape table, int number, PartWriter part) throws IOException {
        byte[] bytes = part.end();
        String name = String.format("tables/%s/%06d.jsonl.gz", table.name(), number);
        parts.add(new Part(name, table.name(), part.rows(), bytes.length, tar.file(name, bytes)));
        watch.bytes(bytes.length);
    }

    List<Part> parts() {
        return parts;
    }
}
