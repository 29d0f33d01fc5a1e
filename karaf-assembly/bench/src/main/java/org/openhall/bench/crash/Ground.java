package org.openhall.bench.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import org.openhall.distribution.Hall;
import org.openhall.distribution.Postgres;
import org.openhall.storage.internal.DatabaseAddress;
import org.openhall.storage.internal.OpenDatabase;

/** The home of a hall that is going to be killed, its database, and a look into that behind its back. */
final class Ground implements AutoCloseable {

    private final Path home;
    private final Optional<Postgres> server;

    private Ground(Path home, Optional<Postgres> server) {
        this.home = home;
        this.server = server;
    }

    static Ground onH2() {
        return new Ground(Hall.newHome("crash"), Optional.empty());
    }

    static Ground onPostgres(Postgres server, Path home) {
        return new Ground(home, Optional.of(server));
    }

    Path home() {
        return home;
    }

    /** The database server; H2 has none. */
    Postgres server() {
        return server.orElseThrow(() -> new IllegalStateException("H2 lives and dies with the hall"));
    }

    /**
     * The database as it is. The hall must not be running on H2: there it is the copy of the file that is opened, so that the hall itself
     * finds what the crash left.
     */
    Connection look() {
        try {
            if (server.isPresent()) {
                return DriverManager.getConnection(
                        server.get().url(), server.get().user(), "");
            }
            Path copy = Files.createDirectories(home.resolveSibling(home.getFileName() + ".look"));
            // one is opened, the other stays as the crash left it, for whoever wants to know why something is missing
            Path left = copy.resolve("left.mv.db");
            Files.copy(home.resolve("data/hall.mv.db"), left, StandardCopyOption.REPLACE_EXISTING);
            Files.copy(left, copy.resolve("hall.mv.db"), StandardCopyOption.REPLACE_EXISTING);
            String url = "jdbc:h2:file:" + copy.resolve("hall");
            // as the hall opens it: H2 alone may overlook what was written last
            OpenDatabase.open(new DatabaseAddress(url, "sa", "", 1, 10_000)).close();
            return DriverManager.getConnection(url + ";DB_CLOSE_DELAY=0", "sa", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.ifPresent(Postgres::close);
    }
}
