package org.openhall.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The way from a terminal to Karaf's shell in the running hall. */
@ExtendWith(SharedHall.class)
class CommandChannelIT {

    @TempDir
    Path directory;

    private final Hall hall;
    private Terminal terminal;

    CommandChannelIT(Hall hall) {
        this.hall = hall;
    }

    @BeforeEach
    void sitDown() {
        terminal = new Terminal(hall.home(), directory);
        Hall.await("the channel", () -> Files.exists(hall.home().resolve("run/hall.sock")));
    }

    @Test
    void karafsOwnCommandsAnswerWithOutputAndStatus() {
        assertThat(terminal.gives("bundle:list").succeeded().output()).contains("org.openhall.cases");
        assertThat(terminal.gives("bundle:list | grep hall.cas")
                        .succeeded()
                        .output()
                        .lines())
                .hasSize(1);
        Terminal.Said unknown = terminal.gives("bundle:nonsense");
        assertThat(unknown.status()).isEqualTo(1);
        assertThat(unknown.errors()).isEqualTo("Command not found: bundle:nonsense\n");
    }

    @Test
    void linesAreCarriedOutUntilOneFails() {
        Terminal.Said said = terminal.types("echo 你好\nbundle:nonsense\necho never\n");

        assertThat(said.status()).isEqualTo(1);
        assertThat(said.output()).isEqualTo("你好\n");
    }

    @Test
    void nobodyElseOnThisMachineReachesTheSocket() throws IOException {
        Path socket = hall.home().resolve("run/hall.sock");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void aHomeWithAVeryLongNameHasAChannelAndItGoesWithTheHall() {
        Path home = Hall.newHome("x".repeat(120));
        try (Hall other = Hall.on(home).awaitReady()) {
            Terminal there = new Terminal(other.home(), directory);
            Hall.await("the channel", () -> Files.exists(home.resolve("run/hall.sock")));
            assertThat(there.gives("echo", "a  b").succeeded().output()).isEqualTo("a  b\n");
            other.kill();
            Terminal.Said killed = there.gives("echo", "x");
            assertThat(killed.status()).isEqualTo(2);
            assertThat(killed.errors()).contains("no hall answers on " + home);
        }
    }
}
