package org.openhall.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Commands, given as an administrator gives them. */
@ExtendWith(SharedHall.class)
class CommandIT {

    private static final String ITEM = "command-kiosk";
    private static final String YAML = "OPENHALL-INF/item.yaml";

    @TempDir
    Path directory;

    private final Hall hall;
    private Terminal terminal;

    CommandIT(Hall hall) {
        this.hall = hall;
    }

    @BeforeEach
    void sitDown() {
        terminal = new Terminal(hall.home(), directory);
        Hall.await("the channel", () -> Files.exists(hall.home().resolve("run/hall.sock")));
    }

    private static Kiosk kiosk(String version) {
        return Kiosk.version(version).named(ITEM);
    }

    private void deploy(String version, String... more) {
        kiosk(version).writeTo(directory.resolve("报刊亭 " + version + ".jar"));
        String[] words = new String[more.length + 2];
        words[0] = "hall:item-deploy";
        System.arraycopy(more, 0, words, 1, more.length);
        words[words.length - 1] = "报刊亭 " + version + ".jar";
        Hall.await("the hall's commands", () -> terminal.gives("hall:items").status() == 0);
        terminal.gives(words).succeeded();
    }

    private String serves() {
        return hall.api()
                .get("/api/v1/items/" + ITEM)
                .expect(200)
                .json()
                .path("version")
                .asText();
    }

    @Test
    void anItemIsDeployedListedActivatedRolledBackAndRetired() {
        deploy("1.0.0");
        assertThat(serves()).isEqualTo("1.0.0");

        deploy("1.1.0", "--keep");
        assertThat(serves()).isEqualTo("1.0.0");
        assertThat(terminal.gives("hall:items").succeeded().output())
                .containsPattern("1\\.1\\.0 +kept, never activated")
                .containsPattern("1\\.0\\.0 +takes new filings");

        terminal.gives("hall:item-activate", ITEM, "1.1.0").succeeded();
        assertThat(serves()).isEqualTo("1.1.0");
        terminal.gives("hall:item-rollback", ITEM).succeeded();
        assertThat(serves()).isEqualTo("1.0.0");

        terminal.gives("hall:item-activate", "--at", "2027-06-01T08:00+08:00", ITEM, "1.1.0")
                .succeeded();
        assertThat(terminal.gives("hall:items", ITEM).succeeded().output())
                .contains("1.1.0: activation planned for 2027-0");
        terminal.gives("hall:item-cancel", ITEM).succeeded();

        terminal.gives("hall:item-retire", ITEM).succeeded();
        assertThat(terminal.gives("hall:items", ITEM).succeeded().output()).contains("takes filings   none");
        assertThat(terminal.gives("hall:item-report", ITEM).succeeded().output())
                .containsSubsequence(
                        ITEM + " 1.0.0: retired, by command",
                        ITEM + " 1.0.0: rolled back to this version, by command",
                        ITEM + " 1.1.0: activated, by command",
                        ITEM + " 1.1.0: came in, by command");
    }

    @Test
    void aBundleThatIsRefusedFailsWithFileLineAndReason() {
        kiosk("3.0.0")
                .with(YAML, yaml -> yaml.replace("post: approve", "post: aprove"))
                .writeTo(directory.resolve("broken.jar"));
        Hall.await("the hall's commands", () -> terminal.gives("hall:items").status() == 0);

        Terminal.Said said = terminal.gives("hall:item-deploy", "broken.jar");

        assertThat(said.status()).isEqualTo(1);
        assertThat(said.output()).isEmpty();
        assertThat(said.errors())
                .containsPattern("item\\.yaml:[0-9]+: .*aprove")
                .contains("broken.jar was refused");
    }
}
