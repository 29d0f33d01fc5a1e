package org.openhall.materials.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** One upload on its way: a temporary file that goes when it is closed, unless it was kept. */
final class Incoming implements AutoCloseable {

    private static final int CHUNK = 64 * 1024;

    private final Path file;
    private final MessageDigest digest;
    private long size;

    private Incoming(Path file) {
        this.file = file;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }

    /** A new temporary file. */
    static Incoming in(ByteStore store) throws IOException {
        return new Incoming(Files.createTempFile(store.incoming(), "upload-", ".part"));
    }

    /**
     * Writes, hashes and syncs the bytes; stops reading as soon as there are too many.
     *
     * @return false when there are too many
     * @throws UncheckedIOException when the sender cannot be read
     * @throws IOException when the disk cannot be written
     */
    boolean take(InputStream content, long most) throws IOException {
        byte[] chunk = new byte[CHUNK];
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            int length = read(content, chunk);
            while (length >= 0) {
                size += length;
                if (size > most) {
                    return false;
                }
                digest.update(chunk, 0, length);
                ByteBuffer buffer = ByteBuffer.wrap(chunk, 0, length);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                length = read(content, chunk);
            }
            channel.force(true);
            return true;
        }
    }

    Path file() {
        return file;
    }

    long size() {
        return size;
    }

    /** SHA-256 in lower-case hexadecimal digits; may be asked once, after all bytes were taken. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }

    // A sender that goes away is no full disk: it must not be taken for a fault of ours.
    private static int read(InputStream content, byte[] chunk) {
        try {
            return content.read(chunk);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
