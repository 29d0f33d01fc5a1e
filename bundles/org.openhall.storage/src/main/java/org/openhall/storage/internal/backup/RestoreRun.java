package org.openhall.storage.internal.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.openhall.api.storage.RestoredFiles;
import org.openhall.storage.internal.DatabaseAddress;
import org.openhall.storage.internal.Dialect;
import org.openhall.storage.internal.Migrations;
import org.openhall.storage.internal.backup.Manifest.FileSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Restores a backup into a home without data: verifies all of it, then makes the tables as they were, brings the files, the rows and the
 * number series. From the first change to the last a marker in the home keeps the hall from being started on half of it.
 */
final class RestoreRun {

    /** Looked for by {@code bin/hall}. */
    static final String MARKER = "restore-unfinished";

    private static final Logger LOG = LoggerFactory.getLogger(RestoreRun.class);

    private final Path home;
    private final DatabaseAddress address;
    private final Map<String, RestoredFiles> files;

    RestoreRun(Path home, DatabaseAddress address, List<RestoredFiles> files) {
        this.home = home;
        this.address = address;
        this.files = files.stream().collect(Collectors.toMap(RestoredFiles::folder, Function.identity()));
    }

    /** Nothing was changed; the message says why. */
    static final class Refused extends Exception {

        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }
    }

    Manifest from(Path backup, Watch watch) throws IOException, SQLException, Refused {
        Manifest manifest = Verification.of(backup, watch);
        Dialect dialect = Dialect.of(address);
        refuseUnknown(manifest);
        refuseUsed(manifest, dialect);
        sync(home.resolve(MARKER), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        sync(home, StandardOpenOption.READ);
        putFiles(backup, watch);
        putRows(backup, manifest, dialect, watch);
        Files.delete(home.resolve(MARKER));
        sync(home, StandardOpenOption.READ);
        return manifest;
    }

    /** Migrations are asked of an empty database in memory: the one to be filled must not be touched yet. */
    private void refuseUnknown(Manifest manifest) throws Refused {
        DataSource nowhere = Dialect.of(new DatabaseAddress("jdbc:h2:mem:", "sa", "", 1, 1_000))
                .dataSource();
        boolean known = Arrays.stream(Migrations.of(nowhere).info().all())
                .anyMatch(migration ->
                        manifest.origin().schema().equals(migration.getVersion().getVersion()));
        if (!known) {
            throw new Refused("this backup was made by hall "
                    + manifest.origin().hall() + " with tables of "
                    + manifest.origin().schema() + ", which this hall does not know; restore it with a newer one");
        }
        Set<String> unknown = manifest.files().stream().map(FileSet::folder).collect(Collectors.toSet());
        unknown.removeAll(files.keySet());
        if (!unknown.isEmpty()) {
            throw new Refused("this backup has files that this hall does not know: " + unknown);
        }
    }

    private void refuseUsed(Manifest manifest, Dialect dialect) throws IOException, SQLException, Refused {
        Optional<Path> file = dialect.file();
        if (file.isPresent() && Files.exists(file.get())) {
            throw new Refused("there is a database already: " + file.get() + "; restore into another --home");
        }
        if (file.isEmpty()) {
            try (Connection connection = dialect.dataSource().getConnection()) {
                List<String> tables = Tables.names(connection);
                if (!tables.isEmpty()) {
                    throw new Refused("there are tables already in the database " + address + ", " + tables.get(0)
                            + " among " + tables.size() + "; restore into an empty one");
                }
            }
        }
        for (FileSet set : manifest.files()) {
            if (!files.get(set.folder()).empty()) {
                throw new Refused("there are files already where " + set.folder()
                        + " shall be kept; restore into another --home");
            }
        }
    }

    private void putFiles(Path backup, Watch watch) throws IOException {
        DataFiles data = new DataFiles(home);
        try (TarIn tar = TarIn.of(backup)) {
            for (var entry = tar.next(); entry.isPresent(); entry = tar.next()) {
                data.restore(entry.get().name(), tar.content());
                Matcher file = Verification.FILE.matcher(entry.get().name());
                if (file.matches()) {
                    if (!files.get(file.group(1)).put(file.group(2), tar.content())) {
                        LOG.warn("{} was damaged in the hall already and is not restored", file.group(2));
                    }
                    watch.file(entry.get().size());
                }
            }
        }
    }

    private void putRows(Path backup, Manifest manifest, Dialect dialect, Watch watch)
            throws IOException, SQLException {
        DataSource source = dialect.dataSource();
        Migrations.upTo(manifest.origin().schema(), source).migrate();
        try (Connection connection = source.getConnection()) {
            new RowsIn(connection, dialect.embedded(), watch).fill(backup, manifest);
            if (dialect.file().isPresent()) {
                try (Statement statement = connection.createStatement()) {
                    // closing keeps to itself what it could not write
                    statement.execute("checkpoint sync");
                    statement.execute("shutdown compact");
                }
                sync(dialect.file().get(), StandardOpenOption.WRITE);
            }
        }
    }

    private static void sync(Path file, OpenOption... how) throws IOException {
        try (FileChannel channel = FileChannel.open(file, how)) {
            channel.force(true);
        }
    }
}
