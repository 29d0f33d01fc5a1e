package org.openhall.storage.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the hall has acknowledged is there after its process was killed. Rounds: {@code -Dopenhall.test.kills=20}. */
class KilledProcessTest {

    private static final int KILLS = Integer.getInteger("openhall.test.kills", 2);
    private static final long WRITING = Long.getLong("openhall.test.kills.ms", 1_500);

    @TempDir
    private Path directory;

    @Test
    void whatWasAcknowledgedIsThereAfterTheProcessWasKilled() throws Exception {
        String url = "jdbc:h2:file:" + directory.resolve("hall");
        Set<Long> acknowledged = new HashSet<>();
        for (int round = 1; round <= KILLS; round++) {
            List<Long> written = writeUntilKilled(url, round * 10_000_000L);
            assertThat(written).as("rows acknowledged in round " + round).hasSizeGreaterThan(100);
            acknowledged.addAll(written);

            Set<Long> lost = new HashSet<>(acknowledged);
            lost.removeAll(rows(url));
            assertThat(lost)
                    .as("lost of " + acknowledged.size() + " after round " + round)
                    .isEmpty();
        }
        assertThat(Files.size(directory.resolve("hall.mv.db")))
                .as("bytes after a clean stop")
                .isLessThan(1_000_000 + 200L * acknowledged.size());
    }

    /**
     * A file whose space is used again, as no file of the hall is for weeks: H2 alone gives up its newest chunks there. Nothing is closed cleanly or
     * compacted between the rounds.
     */
    @Test
    void whatWasAcknowledgedIsThereAlsoInAWornFile() throws Exception {
        String url = "jdbc:h2:file:" + directory.resolve("worn") + ";RETENTION_TIME=300";
        Set<Long> acknowledged = new HashSet<>();
        for (int round = 1; round <= KILLS + 2; round++) {
            acknowledged.addAll(writeUntilKilled(url, round * 10_000_000L));
            Path left = directory.resolve("left-" + round);
            Files.copy(directory.resolve("worn.mv.db"), left.resolveSibling(left.getFileName() + ".mv.db"));

            Set<Long> lost = new HashSet<>(acknowledged);
            lost.removeAll(rows("jdbc:h2:file:" + left));
            assertThat(lost)
                    .as("lost of " + acknowledged.size() + " after round " + round)
                    .isEmpty();
        }
    }

    private List<Long> writeUntilKilled(String url, long from) throws IOException, InterruptedException {
        Path said = directory.resolve("acknowledged-" + from);
        try (var writer = WriterProcess.start(CrashWriter.class, said, url, Long.toString(from))) {
            writer.goesOn(WRITING);
        }
        String text = Files.readString(said, StandardCharsets.US_ASCII);
        // the last line may have been cut off by the kill
        return text.substring(0, text.lastIndexOf('\n') + 1)
                .lines()
                .map(Long::valueOf)
                .toList();
    }

    private static Set<Long> rows(String url) {
        try (OpenDatabase database = OpenDatabase.open(new DatabaseAddress(url, "sa", "", 2, 10_000))) {
            return CrashWriter.rows(new BoundTransactions(database));
        }
    }
}
