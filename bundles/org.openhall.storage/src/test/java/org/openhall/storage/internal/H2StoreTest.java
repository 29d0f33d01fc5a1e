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
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.api.storage.StorageUnavailable;

/** What a transaction has returned for is in H2's file, whoever wrote it. */
class H2StoreTest {

    private static final List<String> PARTS = List.of("case_part", "task_part", "clock_part");

    /** Rows of one transaction in each: they take longer than whoever writes waits for those who are about to commit. */
    private static final int MANY = 10;

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
        int copies = 40;
        var next = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try (OpenDatabase open = OpenDatabase.open(address("hall"))) {
            var transactions = new BoundTransactions(open);
            PARTS.forEach(part -> transactions.run(() -> create(transactions, part)));
            for (int i = 0; i < 6; i++) {
                threads.submit(() -> {
                    while (!threads.isShutdown()) {
                        int id = next.getAndAdd(MANY);
                        transactions.run(() -> insert(transactions, id, id + MANY));
                    }
                });
            }
            for (int i = 0; i < copies; i++) {
                Thread.sleep(25);
                copy("crash-" + i);
            }
            threads.shutdown();
            assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        }
        for (int i = 0; i < copies; i++) {
            try (OpenDatabase open = OpenDatabase.open(address("crash-" + i))) {
                assertWhole(new BoundTransactions(open), next.get());
            }
        }
    }

    private static int create(BoundTransactions transactions, String part) {
        var handle = transactions.handle();
        handle.execute("create table " + part + " (name varchar(40) primary key, id int, kind varchar(40))");
        handle.execute("create index " + part + "_kind on " + part + " (kind, id)");
        return handle.execute("create index " + part + "_id on " + part + " (id)");
    }

    private static int insert(BoundTransactions transactions, int from, int to) {
        return PARTS.stream()
                .flatMapToInt(part -> IntStream.range(from, to).map(id -> insert(transactions, part, id)))
                .sum();
    }

    /** A name that comes anywhere in its index. */
    private static int insert(BoundTransactions transactions, String part, int id) {
        return transactions
                .handle()
                .execute(
                        "insert into " + part + " (name, id, kind) values (?, ?, ?)",
                        Integer.toHexString(id * 0x9E3779B9),
                        id,
                        "kind " + id % 7);
    }

    private static void assertWhole(BoundTransactions transactions, int end) {
        Set<Integer> first = ids(transactions, PARTS.get(0));
        for (String part : PARTS) {
            assertThat(ids(transactions, part)).isEqualTo(first);
        }
        int last = first.stream().mapToInt(id -> id).max().orElse(0);
        for (int id = Math.max(0, last - 8 * MANY); id < Math.min(end, last + 8 * MANY); id++) {
            int again = id;
            if (!first.contains(id)) {
                transactions.run(() -> insert(transactions, again, again + 1));
            }
        }
    }

    /** As the table and each of its indexes know them. */
    private static Set<Integer> ids(BoundTransactions transactions, String part) {
        return transactions.read(() -> {
            List<Set<Integer>> known = List.of(
                    ids(transactions, part, "id >= 0"),
                    ids(transactions, part, "kind >= ''"),
                    ids(transactions, part, "name >= ''"));
            assertThat(known).containsOnly(known.get(0));
            return known.get(0);
        });
    }

    private static Set<Integer> ids(BoundTransactions transactions, String part, String where) {
        return transactions
                .handle()
                .createQuery("select id from " + part + " where " + where)
                .mapTo(Integer.class)
                .set();
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
        copy(copy);
        try (OpenDatabase open = OpenDatabase.open(address(copy))) {
            return new HashSet<>(CrashWriter.rows(new BoundTransactions(open)));
        }
    }

    private void copy(String name) throws IOException {
        Files.copy(directory.resolve("hall.mv.db"), directory.resolve(name + ".mv.db"));
    }
}
