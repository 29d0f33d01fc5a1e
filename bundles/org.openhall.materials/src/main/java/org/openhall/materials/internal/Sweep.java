package org.openhall.materials.internal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.openhall.api.storage.Transactions;
import org.openhall.storage.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes bytes that no row needs, a few folders at a time. */
final class Sweep {

    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
    private static final Duration AGE = Duration.ofHours(24);
    // As many hashes as one query takes.
    private static final int MOST_FILES = 500;
    private static final int FOLDERS = 256;

    private final Transactions transactions;
    private final MaterialTable table;
    private final ByteStore store;
    private final Clock clock;
    private int folder;

    Sweep(Transactions transactions, Database database, ByteStore store, Clock clock) {
        this.transactions = transactions;
        this.table = new MaterialTable(database);
        this.store = store;
        this.clock = clock;
    }

    /** Looks through one of the 256 top folders, and through what was left halfway; gives how many files it removed. */
    int step() throws IOException {
        int removed = finish();
        for (Path upload : files(store.incoming(), this::isOld)) {
            removed += Files.deleteIfExists(upload) ? 1 : 0;
        }
        Path top = store.directory().resolve(String.format("%02x", folder));
        folder = (folder + 1) % FOLDERS;
        if (Files.isDirectory(top)) {
            try (DirectoryStream<Path> below = Files.newDirectoryStream(top)) {
                for (Path part : below) {
                    removed += unneeded(files(part, this::isOld));
                }
            }
        }
        return removed;
    }

    /** Ends what a stopped sweep had put aside: back to its place when a row needs it, else gone. */
    private int finish() throws IOException {
        List<Path> aside = files(store.leaving(), file -> true);
        Set<String> needed = needed(aside);
        int removed = 0;
        for (Path file : aside) {
            try {
                if (needed.contains(name(file))) {
                    Files.move(file, store.place(name(file)), StandardCopyOption.REPLACE_EXISTING);
                } else if (isOld(file)) {
                    Files.delete(file);
                    removed++;
                }
            } catch (NoSuchFileException gone) {
                // Another node that shares the directory was faster.
                LOG.debug("{} was already dealt with", file);
            }
        }
        return removed;
    }

    private int unneeded(List<Path> files) throws IOException {
        Set<String> needed = needed(files);
        int removed = 0;
        for (Path file : files) {
            if (!needed.contains(name(file)) && remove(file)) {
                removed++;
            }
        }
        return removed;
    }

    /**
     * Puts a file aside and looks again whether it is old and nobody's: the same bytes may just have been handed in, on this node or another, and
     * while the clock is wrong every file looks old.
     */
    private boolean remove(Path file) throws IOException {
        Path aside = store.leaving().resolve(name(file));
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            boolean wanted =
                    store.isEntering(name(file)) || !needed(List.of(file)).isEmpty();
            if (!wanted && isOld(aside)) {
                Files.delete(aside);
                LOG.info("Removed bytes {} that nothing needs", name(file));
                return true;
            }
            Files.move(aside, file);
        } catch (NoSuchFileException | FileAlreadyExistsException meanwhile) {
            // Another node was faster, or the bytes were handed in once more while they lay aside.
            LOG.debug("{} was already dealt with", file);
        }
        return false;
    }

    private Set<String> needed(List<Path> files) {
        Set<String> names = files.stream().map(Sweep::name).collect(Collectors.toSet());
        return names.isEmpty() ? Set.of() : transactions.read(() -> table.referenced(names));
    }

    private static List<Path> files(Path folder, DirectoryStream.Filter<Path> filter) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, Files::isRegularFile)) {
            for (Path file : files) {
                if (found.size() < MOST_FILES && filter.accept(file)) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    private boolean isOld(Path file) throws IOException {
        Instant changed = Files.getLastModifiedTime(file).toInstant();
        return changed.isBefore(clock.instant().minus(AGE));
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
