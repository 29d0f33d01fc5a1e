package org.openhall.storage.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** A process that writes the same rows into three tables, each transaction into all of them, from six threads, until it is killed. */
final class PartsWriter {

    private static final int WRITERS = 6;
    private static final List<String> PARTS = List.of("case_part", "task_part", "clock_part");

    /** Rows of one transaction in each: they take longer than whoever writes waits for those who are about to commit. */
    private static final int MANY = 10;

    private final BoundTransactions transactions;

    PartsWriter(OpenDatabase database) {
        transactions = new BoundTransactions(database);
    }

    /** @param args the address of an empty database */
    public static void main(String[] args) throws IOException {
        var writer = new PartsWriter(OpenDatabase.open(new DatabaseAddress(args[0], "sa", "", WRITERS + 2, 10_000)));
        PARTS.forEach(writer::create);
        var next = new AtomicInteger();
        for (int i = 0; i < WRITERS; i++) {
            new Thread(() -> writer.write(next)).start();
        }
        System.out.println("writes");
        // whoever should kill it may have been killed
        System.in.transferTo(OutputStream.nullOutputStream());
        Runtime.getRuntime().halt(1);
    }

    private int create(String part) {
        return transactions.run(() -> {
            var handle = transactions.handle();
            handle.execute("create table " + part + " (name varchar(40) primary key, id int, kind varchar(40))");
            handle.execute("create index " + part + "_kind on " + part + " (kind, id)");
            return handle.execute("create index " + part + "_id on " + part + " (id)");
        });
    }

    private void write(AtomicInteger next) {
        while (true) {
            int id = next.getAndAdd(MANY);
            transactions.run(() -> insert(id, id + MANY));
        }
    }

    private int insert(int from, int to) {
        return PARTS.stream()
                .flatMapToInt(part -> IntStream.range(from, to).map(id -> insert(part, id)))
                .sum();
    }

    /** A name that comes anywhere in its index. */
    private int insert(String part, int id) {
        return transactions
                .handle()
                .execute(
                        "insert into " + part + " (name, id, kind) values (?, ?, ?)",
                        Integer.toHexString(id * 0x9E3779B9),
                        id,
                        "kind " + id % 7);
    }

    /** Each transaction is there as a whole or not at all, and no row is locked by who was about to write it. */
    void assertWhole() {
        Set<Integer> first = ids(PARTS.get(0));
        for (String part : PARTS) {
            assertThat(ids(part)).isEqualTo(first);
        }
        int last = first.stream().mapToInt(id -> id).max().orElse(0);
        int around = (WRITERS + 2) * MANY;
        for (int id = Math.max(0, last - around); id < last + around; id++) {
            int again = id;
            if (!first.contains(id)) {
                transactions.run(() -> insert(again, again + 1));
            }
        }
    }

    /** As the table and each of its indexes know them. */
    private Set<Integer> ids(String part) {
        return transactions.read(() -> {
            List<Set<Integer>> known = List.of(ids(part, "id >= 0"), ids(part, "kind >= ''"), ids(part, "name >= ''"));
            assertThat(known).containsOnly(known.get(0));
            return known.get(0);
        });
    }

    private Set<Integer> ids(String part, String where) {
        return transactions
                .handle()
                .createQuery("select id from " + part + " where " + where)
                .mapTo(Integer.class)
                .set();
    }
}
