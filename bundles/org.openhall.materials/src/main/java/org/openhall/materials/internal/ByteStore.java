package org.openhall.materials.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.openhall.api.storage.BackedUpFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Bytes by hash, {@code ab/cd/<sha256>}, in one directory that several nodes may share. */
final class ByteStore {

    private static final Logger LOG = LoggerFactory.getLogger(ByteStore.class);

    private final Path directory;
    private final Path incoming;
    /** Hashes of bytes that are being handed in, by how many: their rows are not there yet. */
    private final Map<String, Integer> entering = new ConcurrentHashMap<>();

    ByteStore(Path directory) throws IOException {
        this.directory = directory;
        this.incoming = Files.createDirectories(directory.resolve("incoming"));
        Files.createDirectories(leaving());
    }

    /** Where uploads are written until they are whole. */
    Path incoming() {
        return incoming;
    }

    /** Where the sweep puts bytes aside before it deletes them. */
    Path leaving() {
        return directory.resolve("leaving");
    }

    Path directory() {
        return directory;
    }

    Path place(String sha256) {
        return directory
                .resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
    }

    /** Puts a whole, synced temporary file in its place; on return a power cut loses neither bytes nor name. */
    void keep(Path temporary, String sha256) throws IOException {
        Path place = place(sha256);
        Path folder = place.getParent();
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            sync(directory);
            sync(folder.getParent());
        }
        // Always replaced, even by the same bytes: its new age protects it from the sweep.
        Files.move(temporary, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        sync(folder);
    }

    /** The bytes must stay until {@link #entered}, whatever the age of their file looks like. */
    void enters(String sha256) {
        entering.merge(sha256, 1, Integer::sum);
    }

    /** Their row is there, or will never be. */
    void entered(String sha256) {
        entering.computeIfPresent(sha256, (hash, count) -> count == 1 ? null : count - 1);
    }

    /** Whether somebody is just handing these bytes in. */
    boolean isEntering(String sha256) {
        return entering.containsKey(sha256);
    }

    Optional<InputStream> open(String sha256) throws IOException {
        try {
            return Optional.of(Files.newInputStream(place(sha256)));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
    }

    /** With its size, for a backup; also while the sweep of another node has put it aside. */
    Optional<BackedUpFiles.Content> content(String sha256) throws IOException {
        for (Path place : List.of(place(sha256), leaving().resolve(sha256), place(sha256))) {
            try {
                FileChannel file = FileChannel.open(place, StandardOpenOption.READ);
                return Optional.of(new BackedUpFiles.Content(file.size(), Channels.newInputStream(file)));
            } catch (NoSuchFileException elsewhere) {
                LOG.debug("{} is not in {}", sha256, place.getParent());
            }
        }
        return Optional.empty();
    }

    /** Whether nothing is kept yet. */
    boolean empty() throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(directory, "[0-9a-f][0-9a-f]")) {
            return !folders.iterator().hasNext();
        }
    }

    /** Bytes that may still be written. */
    long free() throws IOException {
        return Files.getFileStore(directory).getUsableSpace();
    }

    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
