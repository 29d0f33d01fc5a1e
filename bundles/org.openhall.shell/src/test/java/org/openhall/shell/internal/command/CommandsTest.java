package org.openhall.shell.internal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.apache.felix.gogo.runtime.threadio.ThreadIOImpl;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.impl.action.command.ManagerImpl;
import org.apache.karaf.shell.impl.console.SessionFactoryImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.api.catalogue.Deployments.Done;
import org.openhall.api.catalogue.Deployments.NotDone;
import org.openhall.api.catalogue.Deployments.Reason;
import org.openhall.api.storage.Backups;
import org.openhall.api.storage.Backups.Lacking;
import org.openhall.api.storage.Backups.Made;
import org.openhall.api.storage.Backups.NotMade;

/** What is typed, in Karaf's own shell, and what the hall is asked to do. */
class CommandsTest {

    @TempDir
    Path folder;

    private final FakeHall hall = new FakeHall();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final ThreadIOImpl streams = new ThreadIOImpl();
    private Session session;

    @BeforeEach
    void open() {
        streams.start();
        var sessions = new SessionFactoryImpl(streams);
        sessions.getRegistry().register(hall);
        sessions.getRegistry().register(Clock.system(ZoneId.of("Asia/Shanghai")));
        var commands = new ManagerImpl(sessions.getRegistry(), sessions.getRegistry());
        List.of(
                        ItemDeploy.class,
                        Items.class,
                        ItemActivate.class,
                        ItemCancel.class,
                        ItemRollback.class,
                        ItemRetire.class,
                        ItemWithdraw.class,
                        ItemRestore.class,
                        ItemReset.class,
                        ItemReport.class,
                        MakeBackup.class)
                .forEach(commands::register);
        var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        session = sessions.create(InputStream.nullInputStream(), out, out);
        session.currentDir(folder);
        session.put("LANG", "zh_CN.UTF-8");
    }

    @AfterEach
    void close() {
        session.close();
        streams.stop();
    }

    private String type(String line) throws Exception {
        printed.reset();
        session.execute(line);
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aFileIsTakenFromTheDirectoryOfWhoeverTypes() throws Exception {
        Path jar = Files.createFile(folder.resolve("报刊 \"亭\" $HOME.jar"));

        assertThat(type("hall:item-deploy \"报刊 \\\"亭\\\" \\$HOME.jar\""))
                .isEqualTo("Line 1.3 is served by 1.3.0.\nkiosk 1.3.0 serves its line.\n");
        type("hall:item-deploy --keep '" + jar + "'");

        assertThat(hall.asked).containsExactly("ACTIVATE " + jar + " by command", "KEEP " + jar + " by command");
    }

    @Test
    void timesAreThoseOfTheHall() throws Exception {
        hall.answer = new Done(List.of("1.3.0 will be activated at 2026-11-30T22:30:00Z."));

        assertThat(type("hall:item-activate --at 2026-12-01T06:30 kiosk 1.3.0"))
                .isEqualTo("1.3.0 will be activated at 2026-12-01 06:30 +08:00.\n");
        assertThat(hall.asked).containsExactly("plan kiosk 1.3.0 at 2026-11-30T22:30:00Z by command");
    }

    @Test
    void aRefusedBundleFailsWithEveryDefectOnALineOfItsOwn() throws Exception {
        Files.createFile(folder.resolve("kiosk.jar"));
        hall.entry = FakeHall.refused();

        assertThatThrownBy(() -> type("hall:item-deploy kiosk.jar"))
                .isInstanceOf(CommandFailed.class)
                .hasMessage("OPENHALL-INF/item.yaml:9: There is no post aprove.\n"
                        + "OPENHALL-INF/i18n/en.properties: The name is missing.\n"
                        + "kiosk.jar was refused; the hall goes on as before.");
    }

    @Test
    void aFileThatIsNotThereFailsWithItsWholeName() {
        assertThatThrownBy(() -> type("hall:item-deploy kiosk.jar"))
                .isInstanceOf(CommandFailed.class)
                .hasMessage(folder.resolve("kiosk.jar") + ": there is no such file.");
        assertThat(hall.asked).isEmpty();
    }

    @Test
    void aFolderIsNoBundle() {
        assertThatThrownBy(() -> type("hall:item-deploy ."))
                .isInstanceOf(CommandFailed.class)
                .hasMessageEndingWith(": this is a folder; name the bundle, a .jar file.");
    }

    @Test
    void everyActReachesTheHallWithItsArguments() throws Exception {
        assertThat(type("hall:item-activate kiosk 1.3.0")).isEqualTo("It is done.\n");
        type("hall:item-activate --hard kiosk 1.3.0");
        type("hall:item-activate --at 2027-01-31T08:00+08:00 --hard kiosk 1.3.0");
        type("hall:item-cancel kiosk");
        type("hall:item-rollback kiosk");
        type("hall:item-rollback kiosk 1.2.0");
        type("hall:item-retire kiosk");
        type("hall:item-retire kiosk 1.10");
        type("hall:item-withdraw kiosk 1.2");
        type("hall:item-restore kiosk 1.2");
        type("hall:item-reset kiosk 1.2");

        assertThat(hall.asked)
                .containsExactly(
                        "activate kiosk 1.3.0 by command",
                        "activate kiosk 1.3.0 hard by command",
                        "plan kiosk 1.3.0 at 2027-01-31T00:00:00Z hard by command",
                        "cancel kiosk by command",
                        "rollback kiosk by command",
                        "rollback kiosk 1.2.0 by command",
                        "retire kiosk by command",
                        "retire kiosk 1.10 by command",
                        "withdraw kiosk 1.2 by command",
                        "restore kiosk 1.2 by command",
                        "reset kiosk 1.2 by command");
    }

    @Test
    void whatIsNotDoneFailsWithReasonAndDetail() {
        hall.answer = new NotDone(Reason.DOES_NOT_START, "missing rule fee");

        assertThatThrownBy(() -> type("hall:item-activate kiosk 1.3.0"))
                .isInstanceOf(CommandFailed.class)
                .hasMessage("kiosk 1.3.0: its bundle does not start or lacks a service that the definition names.\n"
                        + "missing rule fee");
    }

    @Test
    void whatIsNoVersionAndWhatIsNoTimeReachNobody() {
        assertThatThrownBy(() -> type("hall:item-activate kiosk 1.3")).hasMessageContaining("such as 1.2.0: 1.3");
        assertThatThrownBy(() -> type("hall:item-activate --at tomorrow kiosk 1.3.0"))
                .hasMessageContaining("--at takes a time such as");
        assertThatThrownBy(() -> type("hall:item-activate kiosk")).hasMessage("Argument VERSION is required");
        assertThat(hall.asked).isEmpty();
    }

    @Test
    void aLongListIsShownToItsEnd() throws Exception {
        hall.size = 230;

        assertThat(type("hall:items")).contains("kiosk-0 ", "kiosk-99 ", "kiosk-229 ", "报刊亭");
        hall.size = 0;
        assertThat(type("hall:items")).isEqualTo("No item was deployed yet.\n");
    }

    @Test
    void oneItemIsShownOrSaidToBeUnknown() throws Exception {
        assertThat(type("hall:items kiosk")).startsWith("kiosk  报刊亭\n");
        assertThatThrownBy(() -> type("hall:items kisok")).hasMessage("There is no item kisok in this hall.");
    }

    @Test
    void theRecordEndsWhereItShould() throws Exception {
        hall.size = 230;

        assertThat(type("hall:item-report").lines()).hasSize(20);
        assertThat(type("hall:item-report -n 150 kiosk").lines())
                .hasSize(150)
                .last()
                .asString()
                .contains("kiosk 1.3.149: activated, by deploy");
        hall.size = 0;
        assertThat(type("hall:item-report kiosk")).isEqualTo("Nothing was done with kiosk.\n");
    }

    @Test
    void aBackupIsMadeInTheDirectoryOfWhoeverTypesAndSummedUp() throws Exception {
        assertThat(type("hall:backup \"all of 2026.tar\""))
                .isEqualTo("120,000 rows, 30 files, 4.5 MB ...\n" + folder.resolve("all of 2026.tar")
                        + ": 3,456 cases, 120,345 rows, 31 files of 4.2 MB; 3.1 MB in 12.3 s.\n");

        assertThat(hall.asked).containsExactly("backup " + folder.resolve("all of 2026.tar"));
    }

    @Test
    void aBackupThatIsNotMadeFails() {
        hall.backup = new NotMade(Backups.Reason.EXISTS, "");
        assertThatThrownBy(() -> type("hall:backup a.tar"))
                .isInstanceOf(CommandFailed.class)
                .hasMessage(folder.resolve("a.tar") + ": there is such a file already; a backup is never overwritten.");

        hall.backup = new NotMade(Backups.Reason.DISK, "No space left on device");
        assertThatThrownBy(() -> type("hall:backup a.tar")).hasMessageEndingWith("\nNo space left on device");
    }

    @Test
    void aBackupOfAHallThatHasLostFilesFailsAndNamesThem() {
        hall.backup = new Made(
                1,
                2,
                3,
                4,
                new Lacking(30, List.of("0".repeat(64))),
                new Lacking(0, List.of()),
                5,
                Duration.ofSeconds(6));

        assertThatThrownBy(() -> type("hall:backup a.tar"))
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining("30 files that rows name are not there (" + "0".repeat(64) + ", ...)");
    }
}
