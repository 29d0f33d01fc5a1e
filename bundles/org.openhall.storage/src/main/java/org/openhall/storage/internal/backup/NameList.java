package org.openhall.storage.internal.backup;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/** The names of all files of a snapshot, 32 bytes each, on disk: there may be millions. Gone when it is closed. */
final class NameList implements AutoCloseable {

    private static final int LENGTH = 32;

    private final Path file;
    private final OutputStream out;

    private NameList(Path file) throws IOException {
        this.file = file;
        this.out = new BufferedOutputStream(Files.newOutputStream(file));
    }

    static NameList in(Path folder) throws IOException {
        return new NameList(Files.createTempFile(folder, ".backup-names-", ".part"));
    }

    void add(String sha256) {
        try {
            out.write(HexFormat.of().parseHex(sha256));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Something that is done with each name and may fail. */
    @FunctionalInterface
    interface Each {
        void take(String sha256) throws IOException;
    }

    void forEach(Each each) throws IOException {
        out.flush();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            byte[] name = in.readNBytes(LENGTH);
            while (name.length == LENGTH) {
                each.take(HexFormat.of().formatHex(name));
                name = in.readNBytes(LENGTH);
            }
        }
    }

    @Override
    public void close() throws IOException {
        try (out) {
            Files.deleteIfExists(file);
        }
    }
}
