package org.openhall.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.catalogue.internal.testing.ParkingItem;

class PackTest {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void anItemWithoutJavaBecomesTheSameBundleWhoeverPacksItWhenever() throws IOException {
        write(ParkingItem.first());
        Files.writeString(folder.resolve("OPENHALL-INF/.hidden"), "left by an editor");

        assertThat(pack(folder.toString(), "-o", jar("one").toString())).isZero();
        assertThat(pack(
                        folder.resolve("OPENHALL-INF").toString(),
                        "-o",
                        jar("two").toString()))
                .isZero();

        assertThat(jar("one")).hasSameBinaryContentAs(jar("two"));
        try (JarFile jar = new JarFile(jar("one").toFile())) {
            Attributes manifest = jar.getManifest().getMainAttributes();
            assertThat(manifest.getValue("OpenHall-Item")).isEqualTo("parking");
            assertThat(manifest.getValue("Bundle-SymbolicName")).isEqualTo("item.parking");
            assertThat(manifest.getValue("Bundle-Version")).isEqualTo("1.0.0");
            assertThat(jar.getEntry("OPENHALL-INF/samples/accepted.json")).isNotNull();
            assertThat(jar.getEntry("OPENHALL-INF/.hidden")).isNull();
        }
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("parking 1.0.0: ");
    }

    @Test
    void itsDefectsAreToldWithFileAndLineAndNothingIsWritten() throws IOException {
        ParkingItem broken = ParkingItem.first().yaml("post: review", "post: boss");
        write(broken);

        assertThat(pack(folder.toString(), "-o", jar("one").toString())).isEqualTo(1);

        assertThat(said.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .startsWith("OPENHALL-INF/item.yaml:" + broken.line("post: boss") + ": ");
        assertThat(jar("one")).doesNotExist();
    }

    @Test
    void aKeyThatIsNoneIsToldWhereItsAuthorWroteIt() throws IOException {
        write(ParkingItem.first().yaml("item: parking", "item: 停车"));

        assertThat(pack(folder.toString())).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .startsWith("OPENHALL-INF/item.yaml:1: ")
                .doesNotContain("MANIFEST");
    }

    @Test
    void aBundleMayKeepTheNameThatItsItemFirstCameWith() throws IOException {
        write(ParkingItem.first());

        assertThat(pack(
                        folder.toString(),
                        "-n",
                        "test.parking",
                        "-o",
                        jar("one").toString()))
                .isZero();
        try (JarFile jar = new JarFile(jar("one").toFile())) {
            assertThat(jar.getManifest().getMainAttributes().getValue("Bundle-SymbolicName"))
                    .isEqualTo("test.parking");
        }
    }

    @Test
    void whoeverCallsItWronglyIsToldHow() throws IOException {
        assertThat(pack()).isEqualTo(2);
        assertThat(pack("-x")).isEqualTo(2);
        assertThat(pack(folder.toString(), "-o")).isEqualTo(2);
        assertThat(pack("one", "two")).isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("Usage: pack FOLDER", "Which folder?", "There is no option -x.", "-o needs a value.")
                .contains("One folder only: two");

        assertThat(pack(folder.toString())).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("There is no item.yaml here");
    }

    @Test
    void whoeverAsksForHelpHasDoneNothingWrong() throws IOException {
        assertThat(pack("--help")).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("Usage: pack FOLDER", "-n NAME");
    }

    @Test
    void whatIsNoFolderOfAnItemIsToldFromOneThatLacksItsDefinition() throws IOException {
        assertThat(pack(folder.resolve("parkng").toString())).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("parkng: There is no such folder.");

        Path pom = Files.createFile(folder.resolve("pom.xml"));
        assertThat(pack(folder.toString())).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("This is a Maven project", "mvn package");
        assertThat(pack(pom.toString())).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("This is a file");
    }

    @Test
    void theBundleToWriteMayBeNamedByTheLongWordToo() throws IOException {
        write(ParkingItem.first());

        assertThat(pack(folder.toString(), "--out", jar("one").toString())).isZero();
        assertThat(jar("one")).exists();
    }

    private int pack(String... arguments) throws IOException {
        return Pack.run(List.of(arguments), new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    private Path jar(String name) {
        return folder.resolve("out").resolve(name + ".jar");
    }

    private void write(ParkingItem item) throws IOException {
        for (var file : item.files().files().entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }
}
