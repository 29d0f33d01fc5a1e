package org.openhall.catalogue.internal.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhall.api.catalogue.Catalogue;
import org.openhall.api.catalogue.Door;
import org.openhall.api.catalogue.Operator;
import org.openhall.api.catalogue.Version;
import org.openhall.catalogue.internal.testing.Eventually;
import org.openhall.catalogue.internal.testing.ItemJarFile;
import org.openhall.catalogue.internal.testing.ParkingItem;
import org.openhall.catalogue.internal.testing.TestHall;

class LiveDoorTest {

    private TestHall hall;
    private Catalogue catalogue;

    @BeforeEach
    void open() {
        hall = TestHall.open();
        catalogue = hall.catalogue();
    }

    @AfterEach
    void close() {
        hall.close();
    }

    @Test
    void anItemComesInAndIsServed() {
        Door.Entered entered = hall.enters(ParkingItem.first().says("one"));

        assertThat(entered.activated()).isTrue();
        assertThat(entered.version()).hasToString("1.0.0");
        assertThat(catalogue.active("parking"))
                .hasValueSatisfying(version -> assertThat(version).hasToString("parking 1.0.0"));
        assertThat(hall.said("1.0.0")).containsExactly("one");
        assertThat(catalogue.implementation("parking-permit")).hasValueSatisfying(row -> {
            assertThat(row.online()).isTrue();
            assertThat(row.item()).isEqualTo("parking");
        });
        assertThat(catalogue.accepts("parking", "1.0")).isTrue();
    }

    @Test
    void theSameBundleOnceMoreChangesNothing() {
        Path jar = ItemJarFile.in(hall.folder(), ParkingItem.first());
        hall.door().offer(jar, Door.Then.ACTIVATE, Operator.way("test"));

        assertThat(hall.door().offer(jar, Door.Then.ACTIVATE, Operator.way("deploy")))
                .isInstanceOf(Door.Entered.class);
        assertThat(catalogue.versions("parking")).hasSize(1);
        assertThat(hall.itemBundles()).hasSize(1);
    }

    @Test
    void aRefusedBundleLeavesNothingBehind() {
        hall.enters(ParkingItem.first());

        assertThat(hall.refused(ParkingItem.first().version("1.1.0").yaml("post: review", "post: boss")))
                .singleElement()
                .satisfies(text -> assertThat(text).contains("item.yaml:").contains("'boss'"));
        assertThat(hall.refused(ParkingItem.first().version("1.1.0").header("Import-Package", "com.example.missing")))
                .isNotEmpty();
        assertThat(catalogue.versions("parking")).extracting(Version::toString).containsExactly("1.0.0");
        assertThat(hall.itemBundles()).hasSize(1);
        assertThat(bundlesStored()).isEqualTo(1);
    }

    @Test
    void brokenTemplatesAndTextsAreRefusedBeforeACitizenMeetsThem() {
        ParkingItem item = ParkingItem.first();

        assertThat(hall.refused(item.file("OPENHALL-INF/documents/permit.ftlh", "<p>${nobody}</p>")))
                .containsExactly("OPENHALL-INF/documents/permit.ftlh:1: This cannot be drawn: there is no 'nobody'.");
        assertThat(hall.refused(item.file("OPENHALL-INF/i18n/zh.properties", "This plate", "The plate {x}")))
                .singleElement()
                .satisfies(text -> assertThat(text)
                        .startsWith("OPENHALL-INF/i18n/zh.properties:15: The text 'plate.bad' cannot be filled"));
        assertThat(bundlesStored()).isZero();
        assertThat(catalogue.active("parking")).isEmpty();
    }

    @Test
    void aBundleWhoseServicesDoNotFitIsTakenOutAgain() {
        ParkingItem missing = ParkingItem.first().yaml("rules: []", "rules: [plate]");
        assertThat(hall.refused(missing))
                .containsExactly("OPENHALL-INF/item.yaml:" + missing.line("rules:")
                        + ": The Rule 'plate' is not there after 1 seconds; register it as a component with this name,"
                        + " or take the name out.");

        assertThat(hall.refused(ParkingItem.first().secretRule("plate", ParkingItem.saying("one"))))
                .singleElement()
                .satisfies(text -> assertThat(text).contains("The Rule 'plate' is not in item.yaml"));
        assertThat(hall.refused(ParkingItem.first()
                        .rule("plate", "return null; }\n public Rule0() { throw new IllegalStateException(\"no\");")))
                .singleElement()
                .satisfies(text -> assertThat(text).contains("cannot be made"));
        assertThat(hall.refused(ParkingItem.first().header("Require-Capability", "osgi.ee;filter:=\"(version=99)\"")))
                .singleElement()
                .satisfies(text -> assertThat(text).contains("does not start").contains("osgi.ee"));
        assertThat(hall.itemBundles()).isEmpty();
        assertThat(bundlesStored()).isZero();
        assertThat(catalogue.active("parking")).isEmpty();
        assertThat(catalogue.implementation("parking-permit")).isEmpty();
    }

    @Test
    void whatReachesIntoTheHallIsRefusedBeforeItRuns() {
        ParkingItem item = ParkingItem.first();
        Map<String, String> headers = Map.of(
                "Export-Package", "test.parking",
                "Fragment-Host", "org.openhall.storage",
                "DynamicImport-Package", "*",
                "Require-Bundle", "org.openhall.storage",
                "Bundle-Activator", "test.parking.Start",
                "Bundle-NativeCode", "lib/x.so",
                "Bundle-ClassPath", ".,lib/x.jar",
                "Import-Package", "org.openhall.item,org.openhall.api.storage;version=\"[1,2)\",java.util",
                "Bundle-SymbolicName", "test.parking;singleton:=true",
                "Bundle-Version", "1.0.0.SNAPSHOT");
        headers.forEach((name, value) -> assertThat(hall.refused(item.header(name, value)))
                .as(name)
                .anySatisfy(text -> assertThat(text).startsWith("META-INF/MANIFEST.MF:")));
        assertThat(hall.refused(item.header("Import-Package", headers.get("Import-Package"))))
                .containsExactly("META-INF/MANIFEST.MF:"
                        + lineOf(item.header("Import-Package", headers.get("Import-Package")), "Import-Package")
                        + ": An item may not use the package org.openhall.api.storage; it has Java's own java.*,"
                        + " org.openhall.item and org.slf4j.");
        assertThat(hall.refused(item.header("OpenHall-Item", "garage")))
                .singleElement()
                .satisfies(text -> assertThat(text).contains("header OpenHall-Item of the bundle says 'garage'"));
    }

    @Test
    void pathsArchivesAndSizesAreBounded() {
        ParkingItem item = ParkingItem.first();

        assertThat(hall.refused(item, Map.of("../../etc/passwd", new byte[1])))
                .anyMatch(text -> text.contains("leads out"));
        assertThat(hall.refused(item, Map.of("lib/more.jar", new byte[1])))
                .anyMatch(text -> text.contains("no archives"));
        for (String library : List.of("lib/x.so", "libx.so.1.2", "win/X.DLL", "x.dylib", "x.jnilib")) {
            assertThat(hall.refused(item, Map.of(library, new byte[1])))
                    .containsExactly(library + ": An item brings no native code; do it in Java or leave it out.");
        }
        assertThat(hall.refused(item, Map.of("org/openhall/item/Rule.class", new byte[1])))
                .anyMatch(text -> text.contains("The hall has this class itself"));
        assertThat(hall.refused(item, Map.of("zeros", new byte[51 * 1024 * 1024])))
                .anyMatch(text -> text.contains("larger than 50 MB"));
        assertThat(hall.refused(item, Map.of("OPENHALL-INF/notes.txt", new byte[1])))
                .anyMatch(text -> text.contains("does not know what this file is for"));
        assertThat(hall.refused(item, Map.of("OPENHALL-INF/i18n/zh.properties", new byte[] {(byte) 0xC3, 0x28})))
                .anyMatch(text -> text.contains("not in UTF-8"));
        assertThat(hall.itemBundles()).isEmpty();
    }

    @Test
    void anItemWithoutItsHeaderIsToldSo() {
        assertThat(hall.refused(ParkingItem.first().withoutHeader("OpenHall-Item")))
                .anySatisfy(text -> assertThat(text).contains("The header OpenHall-Item is missing"));
    }

    @Test
    void aLargeBundleIsStoredInSeveralTransactionsAndRunsFromThere() {
        byte[] noise = new byte[9 * 1024 * 1024];
        new Random(1).nextBytes(noise);
        Path jar = ItemJarFile.in(hall.folder(), ParkingItem.first().says("one"), Map.of("noise", noise));

        assertThat(hall.door().offer(jar, Door.Then.ACTIVATE, Operator.way("test")))
                .isInstanceOf(Door.Entered.class);
        hall.restart(true);
        assertThat(hall.said("1.0.0")).containsExactly("one");
        assertThat(hall.refused(
                        ParkingItem.first().version("1.1.0").yaml("rules: []", "rules: [plate]"),
                        Map.of("noise", noise)))
                .hasSize(1);
        assertThat(bundlesStored()).isEqualTo(1);
    }

    @Test
    void versionsThatAreOnlyKeptAreHeldAgainstEachOtherToo() {
        hall.keeps(ParkingItem.first());

        assertThat(hall.refused(ParkingItem.first().version("1.0.1").yaml("days: 3", "days: 2")))
                .singleElement()
                .satisfies(text -> assertThat(text).contains("raise the minor"));
        assertThat(hall.refused(ParkingItem.first().version("2.0.0").header("Bundle-SymbolicName", "evil.parking")))
                .singleElement()
                .satisfies(text -> assertThat(text).contains("belongs to the bundle test.parking"));
    }

    @Test
    void aFileThatIsNoJarIsRefused() throws Throwable {
        Path file = Files.writeString(hall.folder().resolve("x.jar"), "hello", StandardCharsets.UTF_8);

        assertThat(hall.door().offer(file, Door.Then.ACTIVATE, Operator.way("test")))
                .isInstanceOf(Door.Refused.class);
        assertThat(hall.door().offer(file.resolveSibling("gone.jar"), Door.Then.ACTIVATE, Operator.way("test")))
                .isInstanceOf(Door.Refused.class);
    }

    @Test
    void otherBytesUnderAVersionThatEnteredAreRefused() {
        hall.enters(ParkingItem.first());

        assertThat(hall.refused(
                        ParkingItem.first().file("OPENHALL-INF/i18n/zh.properties", "Park here.", "Park there.")))
                .singleElement()
                .satisfies(text -> assertThat(text)
                        .endsWith("Version 1.0.0 entered before with other content; raise the version."));
    }

    @Test
    void anotherBundleCannotTakeAnItemOver() {
        hall.enters(ParkingItem.first());

        assertThat(hall.refused(ParkingItem.first().version("2.0.0").header("Bundle-SymbolicName", "evil.parking")))
                .singleElement()
                .satisfies(text -> assertThat(text).contains("belongs to the bundle test.parking"));
        assertThat(hall.refused(garage()))
                .singleElement()
                .satisfies(text -> assertThat(text).contains("The item 'parking' serves 'parking-permit'"));
    }

    @Test
    void theShippedItemsComeInAtStartAndABrokenOneDoesNoHarm() throws Throwable {
        Path items = Files.createDirectory(hall.folder().resolve("items"));
        ItemJarFile.in(items, ParkingItem.first());
        Files.writeString(items.resolve("broken.jar"), "hello");

        ShippedItems shipped = hall.shipped(items);
        try {
            Eventually.holds(() -> assertThat(shipped.ready()).isTrue());
            assertThat(catalogue.active("parking")).isPresent();
            assertThat(shipped.detail()).startsWith("1 shipped items were refused");
        } finally {
            shipped.close();
        }
    }

    private static ParkingItem garage() {
        return ParkingItem.first()
                .yaml("item: parking", "item: garage")
                .header("OpenHall-Item", "garage")
                .header("Bundle-SymbolicName", "test.garage");
    }

    private static int lineOf(ParkingItem item, String header) {
        return ItemJarFile.manifestLine(item, header);
    }

    private int bundlesStored() {
        return hall.storage()
                .transactions()
                .read(() -> hall.storage()
                        .database()
                        .handle()
                        .createQuery("select count(*) from item_bundle")
                        .mapTo(Integer.class)
                        .one());
    }
}
