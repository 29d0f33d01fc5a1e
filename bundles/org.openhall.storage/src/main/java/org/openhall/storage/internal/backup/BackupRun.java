package org.openhall.storage.internal.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.openhall.api.storage.BackedUpFiles;
import org.openhall.api.storage.Backups.Lacking;
import org.openhall.api.storage.Backups.Made;
import org.openhall.api.storage.StorageUnavailable;
import org.openhall.storage.internal.BoundTransactions;
import org.openhall.storage.internal.OpenDatabase;
import org.openhall.storage.internal.backup.DataFiles.DataFile;
import org.openhall.storage.internal.backup.Manifest.FileSet;
import org.openhall.storage.internal.backup.Manifest.Origin;

/** Writes a backup: rows and names of files in one snapshot, then, the snapshot given back, the files, then the manifest. */
final class BackupRun {

    /** Cases are what people count in a hall. */
    static final String CASES = "hall_case";

    private final String hall;
    private final OpenDatabase database;
    private final BoundTransactions transactions;
    private final DataFiles data;
    private final Clock clock;
    private final List<BackedUpFiles> sources;

    BackupRun(
            String hall,
            OpenDatabase database,
            BoundTransactions transactions,
            DataFiles data,
            Clock clock,
            List<BackedUpFiles> sources) {
        this.hall = hall;
        this.database = database;
        this.transactions = transactions;
        this.data = data;
        this.clock = clock;
        this.sources = List.copyOf(sources);
    }

    /** What was read inside the snapshot. */
    private record Rows(Origin origin, List<TableShape> tables, Map<String, Long> next, List<Manifest.Part> parts) {}

    Made into(Path file, Watch watch) throws IOException {
        Instant at = clock.instant();
        List<FilesOut> files = new ArrayList<>();
        try (NewFile target = NewFile.at(file)) {
            for (BackedUpFiles source : sources) {
                files.add(new FilesOut(source, file.getParent()));
            }
            TarOut tar = new TarOut(target.out(), at);
            List<DataFile> dataFiles = data.write(tar);
            Rows rows = transactions.readAll(() -> rows(tar, watch, files, at));
            for (FilesOut set : files) {
                set.write(tar, watch);
            }
            Manifest manifest = new Manifest(
                    Manifest.FORMAT,
                    rows.origin(),
                    dataFiles,
                    rows.tables(),
                    rows.next(),
                    rows.parts(),
                    files.stream().map(FilesOut::set).toList());
            seal(tar, manifest);
            return made(manifest, files, watch, target.keep());
        } finally {
            close(files);
        }
    }

    private Rows rows(TarOut tar, Watch watch, List<FilesOut> files, Instant at) {
        Connection connection = transactions.handle().getConnection();
        try {
            List<TableShape> tables = Tables.of(connection);
            RowsOut out = new RowsOut(connection, tar, watch);
            for (TableShape table : tables) {
                out.write(table);
            }
            files.forEach(FilesOut::choose);
            Map<String, Long> next =
                    new NumberSeries(connection, database.dialect().embedded()).read(tables);
            return new Rows(origin(connection, at), tables, next, out.parts());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new StorageUnavailable("The database did not give its rows: " + e.getMessage(), e);
        }
    }

    private Origin origin(Connection connection, Instant at) throws SQLException {
        DatabaseMetaData data = connection.getMetaData();
        return new Origin(
                hall,
                Tables.schema(connection),
                data.getDatabaseProductName() + " " + data.getDatabaseProductVersion(),
                at.toString());
    }

    private static void seal(TarOut tar, Manifest manifest) throws IOException {
        String sha256 = tar.file(Manifest.NAME, manifest.json());
        tar.file(Manifest.SEAL, (sha256 + "  " + Manifest.NAME + "\n").getBytes(StandardCharsets.US_ASCII));
        tar.end();
    }

    private static Made made(Manifest manifest, List<FilesOut> files, Watch watch, long size) {
        return new Made(
                manifest.rows(CASES),
                watch.rows(),
                manifest.files().stream().mapToLong(FileSet::count).sum(),
                manifest.files().stream().mapToLong(FileSet::bytes).sum(),
                lacking(files, FilesOut::missing),
                lacking(files, FilesOut::damaged),
                size,
                watch.took());
    }

    private static Lacking lacking(List<FilesOut> files, Function<FilesOut, Lacking> which) {
        List<Lacking> all = files.stream().map(which).toList();
        return new Lacking(
                all.stream().mapToLong(Lacking::count).sum(),
                all.stream().flatMap(one -> one.some().stream()).toList());
    }

    private static void close(List<FilesOut> files) throws IOException {
        for (FilesOut set : files) {
            set.close();
        }
    }
}
