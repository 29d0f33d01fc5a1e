package org.openhall.catalogue.internal.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.api.catalogue.Door;
import org.openhall.api.catalogue.Version;
import org.openhall.api.forms.Defect;
import org.openhall.api.storage.StorageUnavailable;
import org.openhall.catalogue.internal.testing.ItemJarFile;
import org.openhall.catalogue.internal.testing.ParkingItem;

class DeployFolderTest {

    @TempDir
    private Path folder;

    private final BlockingQueue<Path> offered = new LinkedBlockingQueue<>();
    private final Door door = (file, then, by) -> {
        offered.add(file);
        return new Door.Refused(List.of(new Defect("OPENHALL-INF/item.yaml", 3, "No.", "不行。")));
    };
    private final DeployFolder deploy = new DeployFolder();

    @Test
    void onlyItemsAreClaimed() throws Exception {
        File item = ItemJarFile.in(folder, ParkingItem.first()).toFile();
        File headless = ItemJarFile.in(folder, ParkingItem.first().withoutHeader("OpenHall-Item"))
                .toFile();
        Path other = folder.resolve("other.jar");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(other))) {
            jar.putNextEntry(new ZipEntry("com/example/readme.txt"));
        }
        assertThat(deploy.canHandle(item)).isTrue();
        assertThat(deploy.canHandle(headless)).isTrue();
        assertThat(deploy.canHandle(other.toFile())).isFalse();
        assertThat(deploy.canHandle(new File(item.getParentFile(), "gone.jar"))).isFalse();
    }

    @Test
    void whatIsPutThereOrReplacedIsOfferedAndARefusedFileIsLeft() throws Exception {
        File item = ItemJarFile.in(folder, ParkingItem.first()).toFile();
        deploy.setDoor(door);

        deploy.install(item);
        deploy.update(item);
        deploy.uninstall(item);

        assertThat(offered.poll(5, TimeUnit.SECONDS)).isEqualTo(item.toPath());
        assertThat(offered.poll(5, TimeUnit.SECONDS)).isEqualTo(item.toPath());
        assertThat(offered.poll(200, TimeUnit.MILLISECONDS)).isNull();
        assertThat(item).exists();
    }

    @Test
    void whyAFileWasRefusedLiesBesideItUntilItIsMendedOrDeleted() throws Exception {
        Path jar = ItemJarFile.in(folder, ParkingItem.first());
        Path answer = jar.resolveSibling(jar.getFileName() + ".refused.txt");
        deploy.setDoor(door);

        deploy.install(jar.toFile());
        assertThat(answer)
                .content()
                .startsWith(jar.getFileName() + " was refused")
                .contains("OPENHALL-INF/item.yaml:3: No.");
        deploy.uninstall(jar.toFile());
        assertThat(answer).doesNotExist();

        deploy.install(jar.toFile());
        deploy.unsetDoor(door);
        deploy.setDoor((file, then, by) -> new Door.Entered("parking", new Version(1, 0, 0), true, List.of()));
        deploy.update(jar.toFile());
        assertThat(answer).doesNotExist();
    }

    @Test
    void whatIsNoJarAtAllIsAnsweredToo() throws Exception {
        File text = Files.writeString(folder.resolve("x.jar"), "hello").toFile();

        assertThat(deploy.canHandle(text)).isTrue();
    }

    @Test
    void withoutADatabaseAFileWaitsForTheNextDoor() throws Exception {
        File item = ItemJarFile.in(folder, ParkingItem.first()).toFile();
        Door broken = (file, then, by) -> {
            throw new StorageUnavailable("gone", new IllegalStateException());
        };
        deploy.setDoor(broken);
        deploy.install(item);
        deploy.unsetDoor(broken);

        deploy.setDoor(door);

        isOfferedAndAnswered(item);
    }

    @Test
    void whatComesBeforeTheDoorIsThereWaits() throws Exception {
        File item = ItemJarFile.in(folder, ParkingItem.first()).toFile();
        deploy.install(item);
        assertThat(offered).isEmpty();

        deploy.setDoor(door);

        isOfferedAndAnswered(item);
    }

    @Test
    @Timeout(20)
    void theDoorIsClosedWithoutWaitingForAFileAndTheFileWaitsForTheNextDoor() throws Exception {
        File item = ItemJarFile.in(folder, ParkingItem.first()).toFile();
        CountDownLatch offering = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        Door slow = (file, then, by) -> {
            offering.countDown();
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new IllegalStateException("closed");
        };
        deploy.setDoor(slow);
        Thread scanner = new Thread(() -> deploy.install(item));
        scanner.start();
        offering.await();

        deploy.unsetDoor(slow);
        closed.countDown();
        scanner.join();
        deploy.setDoor(door);

        isOfferedAndAnswered(item);
    }

    /** The answer is written on the folder's own thread. */
    private void isOfferedAndAnswered(File item) throws Exception {
        assertThat(offered.poll(5, TimeUnit.SECONDS)).isEqualTo(item.toPath());
        Path answer = item.toPath().resolveSibling(item.getName() + ".refused.txt");
        for (int tries = 0; tries < 200 && !(Files.exists(answer) && Files.size(answer) > 0); tries++) {
            Thread.sleep(25);
        }
        assertThat(answer).isNotEmptyFile();
    }
}
