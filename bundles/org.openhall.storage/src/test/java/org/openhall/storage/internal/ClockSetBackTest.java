package org.openhall.storage.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.h2.mvstore.DataUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The machine's clock is set back while the hall is closed, and then the hall's process is killed. What was written last is there all the same.
 * Chunks know when they were written from when the file was made on, so that is what the test moves.
 */
class ClockSetBackTest {

    private static final int BLOCK = 4_096;
    private static final Pattern CREATED = Pattern.compile("created:([0-9a-f]+)");

    @TempDir
    private Path directory;

    @Test
    void whatWasWrittenAfterTheClockWasSetBackIsThereAfterACrash() throws IOException {
        writtenAndKilled("first", 1, "second");
        setBack("second", Duration.ofDays(-30));
        writtenAndKilled("second", 2, "third");
        setBack("third", Duration.ofDays(40));
        writtenAndKilled("third", 3, "fourth");

        assertThat(rows("fourth")).isEqualTo(Set.of(1L, 2L, 3L));
    }

    @Test
    void alsoWhenItWasClosedCleanlyBefore() throws IOException {
        writtenAndKilled("first", 1, "second");
        setBack("second", Duration.ofDays(-30));
        try (OpenDatabase database = open("second")) {
            CrashWriter.insert(new BoundTransactions(database), 2);
        }
        setBack("second", Duration.ofDays(5));
        writtenAndKilled("second", 3, "third");

        assertThat(rows("third")).isEqualTo(Set.of(1L, 2L, 3L));
    }

    /** What a process would leave that is killed after it has acknowledged this row. */
    private void writtenAndKilled(String name, long row, String left) throws IOException {
        try (OpenDatabase database = open(name)) {
            CrashWriter.insert(new BoundTransactions(database), row);
            WriterProcess.copyStill(file(name), file(left));
        }
    }

    private Set<Long> rows(String name) {
        try (OpenDatabase database = open(name)) {
            return new HashSet<>(CrashWriter.rows(new BoundTransactions(database)));
        }
    }

    private OpenDatabase open(String name) {
        return OpenDatabase.open(new DatabaseAddress("jdbc:h2:file:" + directory.resolve(name), "sa", "", 2, 10_000));
    }

    private Path file(String name) {
        return directory.resolve(name + ".mv.db");
    }

    /** To the file it looks as if the clock were set back when it was made later. */
    private void setBack(String name, Duration by) throws IOException {
        try (FileChannel channel = FileChannel.open(file(name), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            for (int copy = 0; copy < 2; copy++) {
                ByteBuffer header = ByteBuffer.allocate(BLOCK);
                channel.read(header, (long) copy * BLOCK);
                String line = new String(header.array(), StandardCharsets.ISO_8859_1);
                String fields = line.substring(0, line.indexOf(",fletcher:"));
                Matcher created = CREATED.matcher(fields);
                assertThat(created.find()).isTrue();
                long later = Long.parseLong(created.group(1), 16) + by.toMillis();
                byte[] moved = created.replaceFirst("created:" + Long.toHexString(later))
                        .getBytes(StandardCharsets.ISO_8859_1);
                String sum = Integer.toHexString(DataUtils.getFletcher32(moved, 0, moved.length));
                ByteBuffer whole = ByteBuffer.allocate(BLOCK)
                        .put(moved)
                        .put((",fletcher:" + sum + "\n").getBytes(StandardCharsets.ISO_8859_1))
                        .rewind();
                channel.write(whole, (long) copy * BLOCK);
            }
        }
    }
}
