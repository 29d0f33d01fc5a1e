package org.openhall.storage.internal.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.api.storage.Backups.Made;
import org.openhall.storage.internal.DatabaseAddress;
import org.openhall.storage.testing.PostgresSchema;
import org.openhall.storage.testing.TestStorage;

/** What a backup of a hall on some database is worth; it is restored on the same kind, and on the other one. */
abstract class BackupContract {

    @TempDir
    Path folder;

    private final List<PostgresSchema> schemas = new ArrayList<>();
    private BackedUpHall hall;

    abstract TestStorage storage();

    /** Empty databases: one of the same kind, one of the other. */
    abstract DatabaseAddress alike();

    abstract DatabaseAddress other();

    @BeforeEach
    void open() throws IOException {
        hall = new BackedUpHall(storage(), folder);
    }

    @AfterEach
    void close() {
        hall.close();
        schemas.forEach(PostgresSchema::drop);
    }

    final DatabaseAddress emptyPostgres() {
        PostgresSchema schema = TestStorage.emptySchema();
        schemas.add(schema);
        return schema.address(8);
    }

    @Test
    void everyRowOfEveryTableAndEveryFileComesBackOnTheSameDatabase() throws Exception {
        comesBackOn(alike());
    }

    @Test
    void everyRowOfEveryTableAndEveryFileComesBackOnAnotherDatabase() throws Exception {
        comesBackOn(other());
    }

    private void comesBackOn(DatabaseAddress address) throws Exception {
        hall.fill(7);
        Path etc = Files.createDirectories(hall.own.resolve("etc"));
        Files.writeString(etc.resolve("org.openhall.holidays.csv"), "2027-01-01,off,元旦\n");
        Files.writeString(etc.resolve("org.openhall.storage.cfg"), "password = secret\n");
        hall.kept.keep("plan");
        hall.kept.keep("");
        hall.kept.keep("报".repeat(100_000));
        goOn(Map.of("case_number", 4711L, "account.id", 815L));

        Made made = hall.made();
        hall.restore(address);

        assertThat(made.cases()).isEqualTo(7);
        assertThat(made.files()).isEqualTo(3);
        assertThat(made.size()).isEqualTo(Files.size(hall.file));
        Map<String, List<String>> rows = BackedUpHall.rows(hall.storage);
        assertThat(rows.values()).allMatch(table -> table.size() >= 7);
        assertThat(made.rows())
                .isEqualTo(rows.values().stream().mapToLong(List::size).sum());
        try (TestStorage again = TestStorage.at(address)) {
            assertThat(BackedUpHall.rows(again)).isEqualTo(rows);
            assertThat(BackedUpHall.next(again, "case_number")).isEqualTo(4711);
            assertThat(BackedUpHall.next(again, "account.id")).isEqualTo(815);
        }
        assertThat(hall.restored.kept.keySet()).isEqualTo(hall.kept.kept.keySet());
        hall.kept.kept.forEach(
                (name, bytes) -> assertThat(hall.restored.kept.get(name)).isEqualTo(bytes));
        assertThat(hall.home.resolve("etc/org.openhall.holidays.csv")).hasContent("2027-01-01,off,元旦\n");
        assertThat(hall.home.resolve("etc/org.openhall.storage.cfg")).doesNotExist();
        assertThat(hall.home.resolve(RestoreRun.MARKER)).doesNotExist();
        assertThat(hall.kept.held).isZero();
    }

    private void goOn(Map<String, Long> next) {
        hall.storage
                .transactions()
                .run(() -> BackedUpHall.with(hall.storage, connection -> {
                    new NumberSeries(connection, hall.storage.open().dialect().embedded()).restore(next);
                    return next;
                }));
    }

    @Test
    void whatIsWrittenMeanwhileIsInItWholeOrNotAtAll() throws Exception {
        var goesOn = new AtomicBoolean(true);
        var written = new AtomicInteger();
        CompletableFuture<Integer> writer = CompletableFuture.supplyAsync(() -> {
            while (goesOn.get()) {
                write(written.getAndIncrement());
            }
            return written.get();
        });
        hall.kept.whileNamed = () -> BackedUpHall.pause(200);
        while (written.get() < 5 && !writer.isDone()) {
            BackedUpHall.pause(20);
        }
        Made made = hall.made();
        goesOn.set(false);
        int all = writer.join();

        Manifest manifest = hall.restore(alike());
        long drafts = manifest.rows("draft");
        assertThat(drafts).isPositive().isLessThan(all);
        assertThat(manifest.rows("outbox_message")).isEqualTo(2 * drafts);
        assertThat(made.rows()).isEqualTo(3 * drafts + manifest.rows("catalogue_turn"));
    }

    /** A draft and two messages, in one transaction. */
    private void write(int number) {
        hall.storage.transactions().run(() -> {
            hall.storage.outbox().append("mail", "case " + number, "a");
            hall.storage
                    .database()
                    .handle()
                    .execute(
                            "insert into draft (item, implementation, version, account_id, party_id, answers, revision,"
                                    + " created_at, updated_at) values ('i', 'i', '1', 1, 1, '{}', 1,"
                                    + " current_timestamp, current_timestamp)");
            hall.storage.outbox().append("post", "case " + number, "b");
        });
    }

    @Test
    void manyRowsAreWrittenInParts() throws Exception {
        hall.storage.transactions().run(() -> {
            var random = new Random(1);
            for (int i = 0; i < 400; i++) {
                byte[] noise = new byte[10_000];
                random.nextBytes(noise);
                hall.storage.outbox().append("mail", "s", Base64.getEncoder().encodeToString(noise));
            }
        });
        hall.made();

        Manifest manifest = hall.restore(alike());
        assertThat(manifest.parts())
                .filteredOn(part -> part.table().equals("outbox_message"))
                .hasSizeGreaterThan(2);
        assertThat(manifest.rows("outbox_message")).isEqualTo(400);
    }

    @Test
    void aDatabaseThatIsUsedAlreadyIsLeftAlone() throws Exception {
        DatabaseAddress used = alike();
        hall.made();
        hall.restore(used);
        hall.fill(2);
        Files.delete(hall.file);
        hall.made();

        assertThatThrownBy(() -> hall.restore(used))
                .isInstanceOf(RestoreRun.Refused.class)
                .hasMessageContaining("already");
        assertThat(hall.home.resolve(RestoreRun.MARKER)).doesNotExist();
        try (TestStorage storage = TestStorage.at(used)) {
            assertThat(BackedUpHall.rows(storage).get("account")).isEmpty();
        }
    }
}
