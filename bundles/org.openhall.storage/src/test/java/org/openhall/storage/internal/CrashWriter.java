package org.openhall.storage.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** A process that writes rows from eight threads and says which of them were acknowledged, until it is killed. */
final class CrashWriter {

    static final int WRITERS = 8;

    private CrashWriter() {}

    /** @param args the address of the database, then how many rows each writer begins after */
    public static void main(String[] args) throws IOException {
        var transactions =
                new BoundTransactions(OpenDatabase.open(new DatabaseAddress(args[0], "sa", "", WRITERS, 10_000)));
        for (int writer = 0; writer < WRITERS; writer++) {
            var next = new AtomicLong(Long.parseLong(args[1]) * WRITERS + writer);
            new Thread(() -> write(transactions, next)).start();
        }
        // whoever should kill it may have been killed
        System.in.transferTo(OutputStream.nullOutputStream());
        Runtime.getRuntime().halt(1);
    }

    private static void write(BoundTransactions transactions, AtomicLong next) {
        while (true) {
            long id = next.getAndAdd(WRITERS);
            insert(transactions, id);
            byte[] line = (id + "\n").getBytes(StandardCharsets.US_ASCII);
            synchronized (System.out) {
                System.out.write(line, 0, line.length);
                System.out.flush();
            }
        }
    }

    static void insert(BoundTransactions transactions, long id) {
        transactions.run(() -> transactions
                .handle()
                .execute(
                        "insert into progress_failure (id, address, at) values (?, ?, current_timestamp)",
                        id,
                        "x" + id));
    }

    static Set<Long> rows(BoundTransactions transactions) {
        return transactions.read(() -> new HashSet<>(transactions
                .handle()
                .createQuery("select id from progress_failure")
                .mapTo(Long.class)
                .list()));
    }
}
