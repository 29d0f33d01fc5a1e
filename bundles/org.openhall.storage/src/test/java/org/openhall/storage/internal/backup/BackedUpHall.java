package org.openhall.storage.internal.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.openhall.api.storage.Backups;
import org.openhall.api.storage.Backups.Made;
import org.openhall.api.storage.RestoredFiles;
import org.openhall.storage.internal.BoundTransactions;
import org.openhall.storage.internal.DatabaseAddress;
import org.openhall.storage.testing.TestStorage;

/** A hall that is backed up, and the home into which it is restored. */
final class BackedUpHall implements AutoCloseable {

    final TestStorage storage;
    final KeptInMemory kept = new KeptInMemory();
    final KeptInMemory restored = new KeptInMemory();
    final HallBackups backups;
    /** The hall's own home. */
    final Path own;
    /** The backup. */
    final Path file;
    /** The home into which it is restored. */
    final Path home;

    BackedUpHall(TestStorage storage, Path folder) throws IOException {
        this.storage = storage;
        own = folder.resolve("own");
        file = folder.resolve("hall backup.tar");
        home = Files.createDirectory(folder.resolve("home"));
        backups = new HallBackups(new BackupRun(
                "1.2.3",
                storage.open(),
                (BoundTransactions) storage.transactions(),
                new DataFiles(own),
                storage.clock(),
                List.of(kept)));
    }

    Made made() {
        Backups.Result result = backups.make(file, progress -> {});
        assertThat(result).isInstanceOf(Made.class);
        return (Made) result;
    }

    DatabaseAddress inHome() {
        return new DatabaseAddress("jdbc:h2:file:" + home.resolve("data/hall"), "sa", "", 4, 3_000);
    }

    Manifest restore(DatabaseAddress address) throws Exception {
        return restore(address, restored);
    }

    Manifest restore(DatabaseAddress address, RestoredFiles files) throws Exception {
        return new RestoreRun(home, address, List.of(files)).from(file, new Watch(progress -> {}, () -> false));
    }

    /** Puts rows into every table. */
    void fill(int rows) {
        storage.transactions()
                .run(() -> with(storage, connection -> {
                    Filled.tables(connection, rows);
                    return rows;
                }));
    }

    /** Something that is done with a connection. */
    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /** Inside a transaction. */
    static <T> T with(TestStorage storage, Work<T> work) {
        try {
            return work.with(storage.database().handle().getConnection());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All rows by table. */
    static Map<String, List<String>> rows(TestStorage storage) {
        return storage.transactions().read(() -> with(storage, Filled::read));
    }

    /** What comes next in a number series. */
    static long next(TestStorage storage, String series) {
        boolean embedded = storage.open().dialect().embedded();
        return storage.transactions()
                .run(() -> with(
                        storage,
                        connection -> new NumberSeries(connection, embedded)
                                .read(Tables.of(connection))
                                .get(series)));
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        storage.close();
    }
}
