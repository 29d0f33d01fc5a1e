package org.openhall.storage.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.api.storage.StorageUnavailable;

/** What a transaction has returned for is in H2's file, whoever wrote it. */
class H2StoreTest {

    @TempDir
    private Path directory;

    @Test
    void whatIsAcknowledgedIsInTheFileAtThatMoment() throws Exception {
        try (OpenDatabase open = OpenDatabase.open(address("hall"))) {
            var transactions = new BoundTransactions(open);
            for (int row = 0; row < 5; row++) {
                CrashWriter.insert(transactions, row);
                assertThat(rowsInACopy()).as("after row " + row).hasSize(row + 1);
            }
        }
    }

    @Test
    void whoeverIsInterruptedIsWrittenToo() throws Exception {
        try (OpenDatabase open = OpenDatabase.open(address("hall"))) {
            var transactions = new BoundTransactions(open);
            Thread.currentThread().interrupt();
            CrashWriter.insert(transactions, 1);
            Thread.interrupted();
            assertThat(rowsInACopy()).containsExactly(1L);
        }
    }

    @Test
    void whatManyCommitAtOnceIsAllWritten() throws Exception {
        int many = 400;
        var next = new AtomicInteger();
        try (OpenDatabase open = OpenDatabase.open(address("hall"))) {
            var transactions = new BoundTransactions(open);
            ExecutorService threads = Executors.newFixedThreadPool(8);
            for (int i = 0; i < 8; i++) {
                threads.submit(() -> {
                    for (int row = next.getAndIncrement(); row < many; row = next.getAndIncrement()) {
                        CrashWriter.insert(transactions, row);
                    }
                });
            }
            threads.shutdown();
            assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
            assertThat(rowsInACopy()).hasSize(many);
        }
    }

    /** H2 takes table after table, index after index for what it writes; a transaction must not come in between. */
    @Test
    void whatAKilledProcessLeavesAreWholeTransactionsAndNothingLocked() throws Exception {
        String url = address("hall").url();
        try (var writer = WriterProcess.start(PartsWriter.class, directory.resolve("said"), url)) {
            for (int i = 0; i < 40; i++) {
                writer.goesOn(25);
                writer.copy(file("hall"), file("left-" + i));
                try (OpenDatabase open = OpenDatabase.open(address("left-" + i))) {
                    new PartsWriter(open).assertWhole();
                }
                Files.delete(file("left-" + i));
            }
        }
    }

    @Test
    void whatWasCommittedIntoAFileThatIsClosedBeforeItWasWrittenIsNotAcknowledged() throws SQLException {
        var h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:file:" + directory.resolve("closed"));
        var file = new H2File(directory.resolve("closed.mv.db"), h2);
        try (Connection connection = file.open();
                Change change = file.begin().orElseThrow();
                Statement statement = connection.createStatement()) {
            statement.execute("create table kept (id bigint)");
            statement.execute("shutdown immediately");

            assertThatThrownBy(change::keep).isInstanceOf(StorageUnavailable.class);
        }
    }

    private DatabaseAddress address(String name) {
        return new DatabaseAddress("jdbc:h2:file:" + directory.resolve(name), "sa", "", 8, 10_000);
    }

    /** What is found in the file as a killed process would leave it now. */
    private Set<Long> rowsInACopy() throws IOException {
        String copy = "copy-" + System.nanoTime();
        WriterProcess.copyStill(file("hall"), file(copy));
        try (OpenDatabase open = OpenDatabase.open(address(copy))) {
            return new HashSet<>(CrashWriter.rows(new BoundTransactions(open)));
        }
    }

    private Path file(String name) {
        return directory.resolve(name + ".mv.db");
    }
}
