package org.openhall.storage.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.api.storage.OutboxConsumer;
import org.openhall.storage.testing.TestStorage;

/** H2 in a file. */
class FileDatabaseTest {

    @TempDir
    private Path directory;

    @Test
    void anInterruptedThreadDoesNotCloseTheDatabaseUnderTheOthers() throws Exception {
        // without a cache every read goes to the file, where an interrupt closes what H2 holds open
        try (TestStorage storage = open(";CACHE_SIZE=0")) {
            for (int i = 0; i < 20; i++) {
                write(storage);
                Thread.currentThread().interrupt();
                assertThat(length(storage)).isEqualTo(20_000L * (i + 1));
                Thread.interrupted();
            }
        }
        try (TestStorage again = open("")) {
            assertThat(length(again)).isEqualTo(400_000L);
        }
    }

    @Test
    void aCleanStopLeavesASmallFile() throws Exception {
        Path file = directory.resolve("hall.mv.db");
        long before;
        try (TestStorage storage = open("")) {
            for (int i = 0; i < 100; i++) {
                write(storage);
            }
            storage.deliverNow(new OutboxConsumer() {
                @Override
                public String name() {
                    return "mail";
                }

                @Override
                public void deliver(String subject, String payload) {
                    // taken, so the row goes
                }
            });
            before = Files.size(file);
        }
        assertThat(Files.size(file)).isLessThan(before).isLessThan(500_000);
    }

    @Test
    void whatStillLivesInTheFileIsKnownWithoutReadingIt() throws Exception {
        try (TestStorage storage = open("")) {
            for (int i = 0; i < 200; i++) {
                write(storage);
            }
            assertThat(live(storage)).isBetween(4_000_000L, 8_000_000L);

            storage.transactions()
                    .run(() ->
                            storage.database().handle().execute("delete from outbox_message where consumer = 'mail'"));
            assertThat(live(storage)).isLessThan(2_000_000L);
        }
    }

    private static long live(TestStorage storage) throws SQLException {
        try (Connection connection = storage.open().dialect().dataSource().getConnection()) {
            return LiveBytes.of(connection);
        }
    }

    private String url(String options) {
        return "jdbc:h2:file:" + directory.resolve("hall") + options;
    }

    private TestStorage open(String options) {
        return TestStorage.at(new DatabaseAddress(url(options), "sa", "", 8, 3_000));
    }

    private static void write(TestStorage storage) {
        storage.transactions().run(() -> {
            storage.outbox().append("mail", "case", "x".repeat(20_000));
        });
    }

    private static long length(TestStorage storage) {
        return storage.transactions()
                .read(() -> storage.database()
                        .handle()
                        .createQuery("select sum(char_length(payload)) from outbox_message")
                        .mapTo(Long.class)
                        .one());
    }
}
