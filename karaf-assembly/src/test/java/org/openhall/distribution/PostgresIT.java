package org.openhall.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.openhall.storage.testing.PostgresServer;

/** The same hall on PostgreSQL, by one .cfg in its home. */
class PostgresIT {

    @Test
    void oneSettingPutsTheHallOnPostgres() throws IOException {
        Optional<PostgresServer> server = PostgresServer.shared();
        Assumptions.assumeTrue(
                server.isPresent(), "no PostgreSQL on this machine (Debian: apt-get install postgresql)");
        Path home = Hall.newHome("postgres");
        Path etc = Files.createDirectories(home.resolve("etc"));
        Files.writeString(
                etc.resolve("org.openhall.storage.cfg"),
                "url = " + server.get().url() + "\nuser = " + server.get().user() + "\n"
                        + Optional.ofNullable(server.get().password())
                                .map(word -> "password = " + word + "\n")
                                .orElse(""));
        Filer.Filed filed;
        try (Hall hall = Hall.on(home).awaitReady()) {
            Kiosk.version("1.0.0").enter(hall);
            var filer = new Filer(hall);
            filed = filer.file("chenguang");
            filer.act(filed, "wangmin", "accept").expect(200);
            assertThat(home.resolve("data/hall.mv.db")).doesNotExist();
            hall.kill();
        }
        try (Hall hall = Hall.on(home).awaitReady()) {
            var filer = new Filer(hall);
            assertThat(filer.progress(filed).path("state").asText()).isEqualTo("accepted");
            filer.act(filed, "qianjun", "approve").expect(200);
            filer.act(filed, "zhouting", "complete").expect(200);
            assertThat(filer.progress(filed).path("state").asText()).isEqualTo("completed");
        }
    }
}
