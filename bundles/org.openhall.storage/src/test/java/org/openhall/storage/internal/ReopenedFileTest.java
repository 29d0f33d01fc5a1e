package org.openhall.storage.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.api.storage.StorageUnavailable;
import org.openhall.storage.testing.TestStorage;

/** H2 closes its file under everybody when writing to it fails once; the hall opens it anew. */
class ReopenedFileTest {

    @TempDir
    private Path directory;

    @Test
    void aDatabaseThatHasClosedItselfIsOpenedAnew() {
        String url = "jdbc:h2:file:" + directory.resolve("hall");
        try (TestStorage storage = TestStorage.at(new DatabaseAddress(url, "sa", "", 4, 1_000))) {
            write(storage, "before");
            assertThat(storage.open().answers()).isTrue();

            // what a failed write does: the store is closed, the connections of the pools look sound
            closeUnder(storage);
            assertThatThrownBy(() -> write(storage, "lost")).isInstanceOf(StorageUnavailable.class);
            assertThat(storage.open().suspected()).isTrue();

            assertThat(storage.open().answers()).isTrue();
            for (int i = 0; i < 20; i++) {
                write(storage, "after");
            }
            assertThat(rows(storage)).isEqualTo(21);
        }
    }

    /** Who reads when H2 closes its file finds it closed, and H2's {@code retry:} layer opens and locks it again for him. */
    @Test
    void aDatabaseThatSomebodyReadWhenItClosedIsOpenedAnew() {
        String url = "jdbc:h2:file:" + directory.resolve("hall");
        try (TestStorage storage = TestStorage.at(new DatabaseAddress(url, "sa", "", 4, 1_000))) {
            write(storage, "before");
            MVStore store = storage.transactions().read(() -> store(storage));

            store.closeImmediately();
            store.getFileStore().readFully(null, 0, 16);
            assertThatThrownBy(() -> write(storage, "lost")).isInstanceOf(StorageUnavailable.class);

            // the first attempt finds the file locked
            assertThat(storage.open().answers() || storage.open().answers()).isTrue();
            write(storage, "after");
            assertThat(rows(storage)).isEqualTo(2);
        }
    }

    @Test
    void aPoolThatGrowsMeanwhileWaitsForItToBeOpened() throws Exception {
        var h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:file:" + directory.resolve("hall"));
        var file = new H2File(directory.resolve("hall.mv.db"), h2);
        try (Connection one = file.open()) {
            file.join().close();
            one.createStatement().execute("shutdown immediately");
        }

        assertThatThrownBy(file::join).isInstanceOf(SQLTransientConnectionException.class);
        CompletableFuture<Boolean> joined = CompletableFuture.supplyAsync(() -> {
            try (Connection two = file.join();
                    Statement statement = two.createStatement()) {
                return statement.execute("select 1");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        Thread.sleep(50);
        try (Connection again = file.open()) {
            assertThat(joined.get(5, TimeUnit.SECONDS)).isTrue();
            again.createStatement().execute("shutdown");
        }
    }

    private static MVStore store(TestStorage storage) {
        try {
            Connection connection = storage.database().handle().getConnection();
            var session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
            return session.getDatabase().getStore().getMvStore();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void closeUnder(TestStorage storage) {
        assertThatThrownBy(() -> storage.transactions().run(() -> {
                    storage.database().handle().execute("shutdown immediately");
                }))
                .isInstanceOf(StorageUnavailable.class);
    }

    private static void write(TestStorage storage, String text) {
        storage.transactions().run(() -> storage.outbox().append("mail", "case", text));
    }

    private static int rows(TestStorage storage) {
        return storage.transactions()
                .read(() -> storage.database()
                        .handle()
                        .createQuery("select count(*) from outbox_message")
                        .mapTo(Integer.class)
                        .one());
    }
}
