package org.openhall.storage.internal.backup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openhall.storage.internal.BoundTransactions;
import org.openhall.storage.internal.DatabaseAddress;
import org.openhall.storage.testing.TestStorage;

/** A process with little memory that fills a database with much more, backs it up and restores it. */
final class LargeBackup {

    private static final int BUNDLES = 150;
    private static final int PART = 512 * 1024;
    private static final int MESSAGES = 40_000;

    private LargeBackup() {}

    /** @param args a folder, then the address of the database, its user and its password */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        Path file = folder.resolve("large.tar");
        Path home = Files.createDirectory(folder.resolve("home"));
        try (TestStorage storage = TestStorage.at(new DatabaseAddress(args[1], args[2], args[3], 4, 3_000))) {
            fill(storage);
            var run = new BackupRun(
                    "1.0.0",
                    storage.open(),
                    (BoundTransactions) storage.transactions(),
                    new DataFiles(folder),
                    storage.clock(),
                    List.of());
            System.out.println(run.into(file, watch()));
            var address = new DatabaseAddress("jdbc:h2:file:" + home.resolve("data/hall"), "sa", "", 4, 3_000);
            Manifest restored = new RestoreRun(home, address, List.of()).from(file, watch());
            System.out.println(restored.rows("outbox_message") + " " + restored.rows("item_bundle_part"));
        }
    }

    private static Watch watch() {
        return new Watch(progress -> {}, () -> false);
    }

    private static void fill(TestStorage storage) {
        for (int i = 0; i < MESSAGES / 1_000; i++) {
            storage.transactions().run(() -> {
                for (int j = 0; j < 1_000; j++) {
                    storage.outbox().append("mail", "case " + j, "x".repeat(2_000));
                }
            });
        }
        for (int i = 0; i < BUNDLES; i++) {
            String sha256 = String.format("%064d", i);
            storage.transactions().run(() -> {
                var handle = storage.database().handle();
                handle.execute("insert into item_bundle values (?, 1, current_timestamp)", sha256);
                handle.execute("insert into item_bundle_part values (?, 0, ?)", sha256, new byte[PART]);
            });
        }
    }
}
