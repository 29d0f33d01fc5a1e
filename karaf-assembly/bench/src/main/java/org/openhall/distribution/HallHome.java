package org.openhall.distribution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** A home for a hall on H2, in a file of its own, or on a PostgreSQL server that runs for it alone. */
public final class HallHome implements AutoCloseable {

    /** The database of a home that says nothing else. */
    public static final String H2 = "h2";

    public static final String POSTGRES = "postgres";

    private final Path path;
    private final Optional<Postgres> server;
    private boolean unneeded;

    private HallHome(Path path, Optional<Postgres> server) {
        this.path = path;
        this.server = server;
    }

    /**
     * A new one.
     *
     * @param database {@link #H2} or {@link #POSTGRES}
     * @param name begins the name of the folder
     */
    public static HallHome on(String database, String name) {
        return switch (database) {
            case H2 -> new HallHome(Hall.newHome(name), Optional.empty());
            case POSTGRES -> onPostgres(name);
            default -> throw new IllegalArgumentException("no database: " + database);
        };
    }

    private static HallHome onPostgres(String name) {
        Postgres server = Postgres.fresh()
                .orElseThrow(
                        () -> new IllegalStateException("no PostgreSQL here (Debian: apt-get install postgresql)"));
        return new HallHome(server.newHome(name), Optional.of(server));
    }

    public Path path() {
        return path;
    }

    /** Empty on H2. */
    public Optional<Postgres> server() {
        return server;
    }

    /** Starts a hall on it and waits until it is ready. */
    public Hall open(String... options) {
        return Hall.on(path, options).awaitReady();
    }

    /** Bytes of the database on the disk, without the log of a database server. */
    public long databaseBytes() {
        return server.map(HallHome::size)
                .orElseGet(() -> path.resolve("data/hall.mv.db").toFile().length());
    }

    /** Bytes of all else that the hall has written: its log, and what was handed in. */
    public long otherBytes() {
        return size(path) - size(path.resolve("data"));
    }

    /** Says whether anybody needs to look at it afterwards; who says nothing keeps it. */
    public void keepUnless(boolean good) {
        unneeded = good;
    }

    /** Ends the server and removes its data, and the folder too when nobody needs it. */
    @Override
    public void close() {
        server.ifPresent(Postgres::close);
        if (unneeded) {
            remove();
        }
    }

    private void remove() {
        try (Stream<Path> all = Files.walk(path)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(Postgres server) {
        try (Connection connection = DriverManager.getConnection(server.url(), server.user(), "");
                Statement statement = connection.createStatement();
                ResultSet size = statement.executeQuery("select pg_database_size(current_database())")) {
            size.next();
            return size.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("the size of the database is unknown", e);
        }
    }

    private static long size(Path folder) {
        var bytes = new AtomicLong();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes about) {
                    bytes.addAndGet(about.size());
                    return FileVisitResult.CONTINUE;
                }

                /** Files come and go while we look. */
                @Override
                public FileVisitResult visitFileFailed(Path file, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.get();
    }
}
