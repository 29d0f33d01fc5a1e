package org.openhall.storage.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.h2.mvstore.DataUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Points the header of an H2 file that was not closed cleanly at the newest whole chunk in it. Each commit is a chunk; H2 looks for the newest one
 * from the header along predictions of where the next one would go, and from the end of the file. A chunk that went into freed space elsewhere is
 * found neither way, and with it H2 gives up commits that were written, acknowledged and are whole. So all of the file is looked through first.
 *
 * <p>Which chunk is newer is told by when they were written, so a clock that was set back must not make new ones look old.
 */
final class NewestChunk {

    private static final Logger LOG = LoggerFactory.getLogger(NewestChunk.class);

    private static final int BLOCK = 4_096;
    private static final int HEADERS = 2;
    private static final int LONGEST_HEADER = 1_024;
    private static final int FOOTER = 128;
    private static final byte[] BEGINNING = "chunk:".getBytes(StandardCharsets.US_ASCII);
    private static final String CHECKSUM = ",fletcher:";

    /** A chunk as it lies in the file. Time goes on also where versions began anew after a chunk was given up. */
    private record Chunk(String id, long block, long length, long time, long version) {

        static final Comparator<Chunk> AGE =
                Comparator.comparingLong(Chunk::time).thenComparingLong(Chunk::version);
    }

    private final FileChannel file;

    private NewestChunk(FileChannel file) {
        this.file = file;
    }

    /**
     * Does nothing to a file that is open.
     *
     * @param path of a file that is there
     */
    static void remember(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock != null) {
                new NewestChunk(channel).remember(System.currentTimeMillis());
            }
        } catch (OverlappingFileLockException open) {
            LOG.debug("{} is open in this process", path);
        }
    }

    private void remember(long now) throws IOException {
        Optional<Map<String, String>> header = header();
        if (header.isEmpty()) {
            return;
        }
        Map<String, String> known = header.get();
        boolean clean = known.containsKey("clean");
        Optional<Chunk> newest = clean ? begun(number(known, "block")) : look();
        if (newest.isPresent()) {
            Map<String, String> right = new HashMap<>(known);
            if (!clean) {
                point(right, newest.get());
            }
            goOn(right, newest.get(), now);
            if (!right.equals(known)) {
                write(right);
            }
        }
    }

    private static void point(Map<String, String> header, Chunk chunk) {
        if (!chunk.id().equals(header.get("chunk"))) {
            LOG.info(
                    "The database was not closed cleanly; its newest chunk is {}, its header knew {}",
                    chunk.id(),
                    header.getOrDefault("chunk", "none"));
            header.put("chunk", chunk.id());
            header.put("block", Long.toHexString(chunk.block()));
            header.put("version", Long.toHexString(chunk.version()));
        }
    }

    /** Chunks know how old the file was when they were written. Where the clock was set back it becomes older, so that what follows is newer. */
    private static void goOn(Map<String, String> header, Chunk last, long now) {
        if (number(header, "created") + last.time() > now) {
            LOG.info("The clock was set back since the database was written");
            header.put("created", Long.toHexString(now - last.time() - 1));
        }
    }

    /** The newer one of the two copies. */
    private Optional<Map<String, String>> header() throws IOException {
        Optional<Map<String, String>> found = Optional.empty();
        for (int copy = 0; copy < HEADERS; copy++) {
            Optional<Map<String, String>> one = checked(read((long) copy * BLOCK, BLOCK));
            if (one.isPresent() && (found.isEmpty() || number(one.get(), "version") > number(found.get(), "version"))) {
                found = one;
            }
        }
        return found;
    }

    /** From chunk to chunk, and block by block where there is none: what is whole was not written over in its middle. */
    private Optional<Chunk> look() throws IOException {
        Optional<Chunk> newest = Optional.empty();
        long blocks = file.size() / BLOCK;
        for (long block = HEADERS; block < blocks; ) {
            Optional<Chunk> one = begun(block);
            if (one.isPresent() && (newest.isEmpty() || Chunk.AGE.compare(one.get(), newest.get()) > 0)) {
                newest = one;
            }
            block += one.map(Chunk::length).orElse(1L);
        }
        return newest;
    }

    private Optional<Chunk> begun(long block) throws IOException {
        byte[] bytes = read(block * BLOCK, LONGEST_HEADER);
        return begins(bytes) ? chunk(bytes, block) : Optional.empty();
    }

    private static boolean begins(byte[] bytes) {
        return bytes.length >= BEGINNING.length
                && Arrays.equals(bytes, 0, BEGINNING.length, BEGINNING, 0, BEGINNING.length);
    }

    /** The chunk that begins here, if its end is there too. */
    private Optional<Chunk> chunk(byte[] bytes, long block) throws IOException {
        int end = lineEnd(bytes);
        Optional<Map<String, String>> found = end < 0 ? Optional.empty() : parsed(text(bytes, end));
        long length = found.map(head -> number(head, "len")).orElse(0L);
        if (length < 1) {
            return Optional.empty();
        }
        Map<String, String> head = found.get();
        boolean whole = checked(read((block + length) * BLOCK - FOOTER, FOOTER))
                .filter(foot -> foot.getOrDefault("chunk", "").equals(head.get("chunk")))
                .filter(foot -> number(foot, "version") == number(head, "version"))
                .isPresent();
        return whole
                ? Optional.of(
                        new Chunk(head.get("chunk"), block, length, number(head, "time"), number(head, "version")))
                : Optional.empty();
    }

    private void write(Map<String, String> header) throws IOException {
        byte[] text = DataUtils.appendMap(new StringBuilder(), new HashMap<>(header))
                .toString()
                .getBytes(StandardCharsets.ISO_8859_1);
        int sum = DataUtils.getFletcher32(text, 0, text.length);
        byte[] end = (CHECKSUM + Integer.toHexString(sum) + "\n").getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer both = ByteBuffer.allocate(HEADERS * BLOCK);
        for (int copy = 0; copy < HEADERS; copy++) {
            both.position(copy * BLOCK).put(text).put(end);
        }
        both.rewind();
        for (long at = 0; both.hasRemaining(); ) {
            at += file.write(both, at);
        }
        file.force(true);
    }

    private byte[] read(long at, int most) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.max(0, Math.min(most, file.size() - at)));
        int read = 0;
        while (buffer.hasRemaining() && read >= 0) {
            read = file.read(buffer, at + buffer.position());
        }
        return buffer.array();
    }

    /** A line of fields that ends with its checksum. */
    private static Optional<Map<String, String>> checked(byte[] bytes) {
        int end = lineEnd(bytes);
        String line = end < 0 ? "" : text(bytes, end);
        int sum = line.lastIndexOf(CHECKSUM);
        if (sum < 0) {
            return Optional.empty();
        }
        String told = line.substring(sum + CHECKSUM.length()).strip();
        boolean right = told.equals(Integer.toHexString(DataUtils.getFletcher32(bytes, 0, sum)));
        return right ? parsed(line.substring(0, sum)) : Optional.empty();
    }

    private static Optional<Map<String, String>> parsed(String line) {
        try {
            return Optional.of(new TreeMap<>(DataUtils.parseMap(line.strip())));
        } catch (RuntimeException e) {
            LOG.trace("no line of H2's: {}", line, e);
            return Optional.empty();
        }
    }

    private static int lineEnd(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private static String text(byte[] bytes, int until) {
        return new String(bytes, 0, until, StandardCharsets.ISO_8859_1);
    }

    private static long number(Map<String, String> fields, String name) {
        try {
            return Long.parseUnsignedLong(fields.getOrDefault(name, "0"), 16);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
