package org.openhall.catalogue.internal.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhall.api.catalogue.Catalogue;
import org.openhall.api.catalogue.Door;
import org.openhall.api.catalogue.ItemUnavailable;
import org.openhall.api.catalogue.Version;
import org.openhall.api.forms.Defect;
import org.openhall.catalogue.internal.testing.ItemJarFile;
import org.openhall.catalogue.internal.testing.ParkingItem;
import org.openhall.catalogue.internal.testing.TestHall;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

class LiveDoorTest {

    private static final String SAYS_ONE = "return List.of(Finding.flags(\"/plate\", \"plate.bad\", \"one\"));";
    private static final String SAYS_TWO = "return List.of(Finding.flags(\"/plate\", \"plate.bad\", \"two\"));";

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
        Door.Entered entered = hall.enters(ParkingItem.first().rule("plate", SAYS_ONE));

        assertThat(entered.activated()).isTrue();
        assertThat(entered.version()).hasToString("1.0.0");
        assertThat(catalogue.active("parking"))
                .hasValueSatisfying(version -> assertThat(version).hasToString("parking 1.0.0"));
        assertThat(said("1.0.0")).containsExactly("one");
        assertThat(catalogue.implementation("parking-permit")).hasValueSatisfying(row -> {
            assertThat(row.online()).isTrue();
            assertThat(row.item()).isEqualTo("parking");
        });
        assertThat(catalogue.accepts("parking", "1.0")).isTrue();
    }

    @Test
    void theSameBundleOnceMoreChangesNothing() {
        Path jar = ItemJarFile.in(hall.folder(), ParkingItem.first());
        hall.door().offer(jar, "test");

        assertThat(hall.door().offer(jar, "deploy")).isInstanceOf(Door.Entered.class);
        assertThat(catalogue.versions("parking")).hasSize(1);
        assertThat(hall.itemBundles()).hasSize(1);
    }

    @Test
    void aRefusedBundleLeavesNothingBehind() {
        hall.enters(ParkingItem.first());

        assertThat(refused(ParkingItem.first().version("1.1.0").yaml("post: review", "post: boss")))
                .singleElement()
                .satisfies(text -> assertThat(text).contains("item.yaml:").contains("'boss'"));
        assertThat(refused(ParkingItem.first().version("1.1.0").header("Import-Package", "com.example.missing")))
                .isNotEmpty();
        assertThat(catalogue.versions("parking")).extracting(Version::toString).containsExactly("1.0.0");
        assertThat(hall.itemBundles()).hasSize(1);
        assertThat(bundlesStored()).isEqualTo(1);
    }

    @Test
    void aBundleWhoseServicesDoNotFitIsTakenOutAgain() {
        ParkingItem missing = ParkingItem.first().yaml("rules: []", "rules: [plate]");
        assertThat(refused(missing))
                .containsExactly("OPENHALL-INF/item.yaml:" + missing.line("rules:")
                        + ": The Rule 'plate' is not there after 1 seconds; register it as a component with this name,"
                        + " or take the name out.");

        assertThat(refused(ParkingItem.first().secretRule("plate", SAYS_ONE)))
                .singleElement()
                .satisfies(text -> assertThat(text).contains("The Rule 'plate' is not in item.yaml"));
        assertThat(refused(ParkingItem.first()
                        .rule("plate", "return null; }\n public Rule0() { throw new IllegalStateException(\"no\");")))
                .singleElement()
                .satisfies(text -> assertThat(text).contains("cannot be made"));
        assertThat(refused(ParkingItem.first().header("Require-Capability", "osgi.ee;filter:=\"(version=99)\"")))
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
        headers.forEach((name, value) -> assertThat(refused(item.header(name, value)))
                .as(name)
                .anySatisfy(text -> assertThat(text).startsWith("META-INF/MANIFEST.MF:")));
        assertThat(refused(item.header("Import-Package", headers.get("Import-Package"))))
                .containsExactly("META-INF/MANIFEST.MF:"
                        + lineOf(item.header("Import-Package", headers.get("Import-Package")), "Import-Package")
                        + ": An item may not use the package org.openhall.api.storage; it has Java's own java.*,"
                        + " org.openhall.item and org.slf4j.");
        assertThat(refused(item.header("OpenHall-Item", "garage")))
                .singleElement()
                .satisfies(text -> assertThat(text).contains("header OpenHall-Item of the bundle says 'garage'"));
    }

    @Test
    void pathsArchivesAndSizesAreBounded() {
        ParkingItem item = ParkingItem.first();

        assertThat(refused(item, Map.of("../../etc/passwd", new byte[1]))).anyMatch(text -> text.contains("leads out"));
        assertThat(refused(item, Map.of("lib/more.jar", new byte[1]))).anyMatch(text -> text.contains("no archives"));
        assertThat(refused(item, Map.of("org/openhall/item/Rule.class", new byte[1])))
                .anyMatch(text -> text.contains("The hall has this class itself"));
        assertThat(refused(item, Map.of("zeros", new byte[51 * 1024 * 1024])))
                .anyMatch(text -> text.contains("larger than 50 MB"));
        assertThat(refused(item, Map.of("OPENHALL-INF/notes.txt", new byte[1])))
                .anyMatch(text -> text.contains("does not know what this file is for"));
        assertThat(refused(item, Map.of("OPENHALL-INF/i18n/zh.properties", new byte[] {(byte) 0xC3, 0x28})))
                .anyMatch(text -> text.contains("not in UTF-8"));
        assertThat(hall.itemBundles()).isEmpty();
    }

    @Test
    void aFileThatIsNoJarIsRefused() throws Exception {
        Path file = Files.writeString(hall.folder().resolve("x.jar"), "hello", StandardCharsets.UTF_8);

        assertThat(hall.door().offer(file, "test")).isInstanceOf(Door.Refused.class);
        assertThat(hall.door().offer(file.resolveSibling("gone.jar"), "test")).isInstanceOf(Door.Refused.class);
    }

    @Test
    void otherBytesUnderAVersionThatEnteredAreRefused() {
        hall.enters(ParkingItem.first());

        assertThat(refused(ParkingItem.first().file("OPENHALL-INF/i18n/zh.properties", "Park here.", "Park there.")))
                .singleElement()
                .satisfies(text -> assertThat(text)
                        .endsWith("Version 1.0.0 entered before with other content; raise the version."));
    }

    @Test
    void anotherBundleCannotTakeAnItemOver() {
        hall.enters(ParkingItem.first());

        assertThat(refused(ParkingItem.first().version("2.0.0").header("Bundle-SymbolicName", "evil.parking")))
                .singleElement()
                .satisfies(text -> assertThat(text).contains("belongs to the bundle test.parking"));
        assertThat(refused(garage()))
                .singleElement()
                .satisfies(text -> assertThat(text).contains("The item 'parking' serves 'parking-permit'"));
    }

    @Test
    void aNewMinorTakesNewFilingsWhileCasesStayOnTheOldLine() {
        hall.enters(ParkingItem.first().rule("plate", SAYS_ONE));
        hall.enters(
                ParkingItem.first().version("1.1.0").yaml("days: 3", "days: 2").rule("plate", SAYS_TWO));

        assertThat(catalogue.active("parking"))
                .hasValueSatisfying(version -> assertThat(version).hasToString("parking 1.1.0"));
        assertThat(said("1.0.0")).containsExactly("one");
        assertThat(said("1.1.0")).containsExactly("two");
        assertThat(hall.itemBundles()).hasSize(2);
        assertThat(catalogue.accepts("parking", "1.0")).isTrue();
        hall.storage().clock().advance(Duration.ofHours(25));
        assertThat(catalogue.accepts("parking", "1.0")).isFalse();
        assertThat(catalogue.accepts("parking", "1.1")).isTrue();
    }

    @Test
    void aMicroServesTheOpenCasesOfItsLine() throws Exception {
        hall.enters(ParkingItem.first().rule("plate", SAYS_ONE));
        Door.Entered entered = hall.enters(ParkingItem.first().version("1.0.1").rule("plate", SAYS_TWO));

        assertThat(entered.activated()).isTrue();
        assertThat(said("1.0.0")).containsExactly("two");
        assertThat(catalogue.check(TestHall.application("1.0.0")).version()).hasToString("1.0.1");
        assertThat(catalogue.version("parking", Version.parse("1.0.0")))
                .hasValueSatisfying(old -> assertThat(old).hasToString("parking 1.0.0"));
        eventually(() -> assertThat(hall.itemBundles())
                .singleElement()
                .satisfies(bundle -> assertThat(bundle.getVersion()).hasToString("1.0.1")));
    }

    @Test
    void aMicroThatComesLateDoesNotTakeOver() throws Exception {
        hall.enters(ParkingItem.first().version("1.0.5").rule("plate", SAYS_TWO));
        Door.Entered late = hall.enters(ParkingItem.first().version("1.0.4").rule("plate", SAYS_ONE));

        assertThat(late.activated()).isFalse();
        assertThat(said("1.0.4")).containsExactly("two");
        assertThat(catalogue.versions("parking")).extracting(Version::toString).containsExactly("1.0.5", "1.0.4");
        eventually(() -> assertThat(hall.itemBundles()).hasSize(1));
    }

    @Test
    void aMicroThatChangesTheStepsIsRefused() {
        hall.enters(ParkingItem.first());

        assertThat(refused(ParkingItem.first().version("1.0.1").yaml("post: review", "post: approve")))
                .singleElement()
                .satisfies(text -> assertThat(text).contains("raise the minor"));
    }

    @Test
    void withoutItsBundleAnItemWaitsAndGoesOnWhenItIsBack() throws BundleException {
        Path jar = ItemJarFile.in(hall.folder(), ParkingItem.first().rule("plate", SAYS_ONE));
        hall.door().offer(jar, "test");
        Bundle bundle = hall.itemBundles().get(0);

        bundle.stop();
        assertThatThrownBy(() -> said("1.0.0")).isInstanceOf(ItemUnavailable.class);
        assertThat(catalogue.active("parking")).isPresent();
        bundle.start();
        assertThat(said("1.0.0")).containsExactly("one");

        bundle.uninstall();
        assertThatThrownBy(() -> said("1.0.0")).isInstanceOf(ItemUnavailable.class);
        assertThat(hall.door().offer(jar, "test")).isInstanceOf(Door.Entered.class);
        assertThat(said("1.0.0")).containsExactly("one");
    }

    @Test
    void anItemWithoutRulesNeedsNoBundle() throws BundleException {
        hall.enters(ParkingItem.first());
        hall.itemBundles().get(0).uninstall();

        assertThat(catalogue.check(TestHall.application("1.0.0")).findings()).isEmpty();
    }

    @Test
    void afterARestartAllIsServedAsBefore() {
        hall.enters(ParkingItem.first().rule("plate", SAYS_ONE));
        hall.enters(ParkingItem.first().version("1.1.0").rule("plate", SAYS_TWO));

        for (boolean emptyCache : List.of(true, false)) {
            hall.restart(emptyCache);
            catalogue = hall.catalogue();
            assertThat(catalogue.active("parking"))
                    .hasValueSatisfying(version -> assertThat(version).hasToString("parking 1.1.0"));
            assertThat(said("1.0.0")).containsExactly("one");
            assertThat(said("1.1.0")).containsExactly("two");
            assertThat(hall.itemBundles()).hasSize(2);
        }
    }

    @Test
    void whatAnotherNodeDeployedIsServedHereToo() {
        hall.enters(ParkingItem.first().rule("plate", SAYS_ONE));
        try (TestHall other = hall.another()) {
            other.enters(ParkingItem.first().version("1.0.1").rule("plate", SAYS_TWO));

            hall.deployment().sync();
            assertThat(said("1.0.0")).containsExactly("two");
        }
    }

    @Test
    void theShippedItemsComeInAtStartAndABrokenOneDoesNoHarm() throws Exception {
        Path items = Files.createDirectory(hall.folder().resolve("items"));
        ItemJarFile.in(items, ParkingItem.first());
        Files.writeString(items.resolve("broken.jar"), "hello");

        ShippedItems shipped = hall.shipped(items);
        try {
            eventually(() -> assertThat(shipped.ready()).isTrue());
            assertThat(catalogue.active("parking")).isPresent();
            assertThat(shipped.detail()).startsWith("1 shipped items were refused");
        } finally {
            shipped.close();
        }
    }

    private List<String> said(String version) {
        return catalogue.check(TestHall.application(version)).findings().stream()
                .map(finding -> finding.arguments().get(0))
                .toList();
    }

    private List<String> refused(ParkingItem item) {
        return refused(item, Map.of());
    }

    private List<String> refused(ParkingItem item, Map<String, byte[]> more) {
        Door.Entry entry = hall.door().offer(ItemJarFile.in(hall.folder(), item, more), "test");
        assertThat(entry).isInstanceOf(Door.Refused.class);
        return ((Door.Refused) entry).defects().stream().map(Defect::toString).toList();
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

    private static void eventually(Runnable expectation) throws InterruptedException {
        long until = System.nanoTime() + 10_000_000_000L;
        while (true) {
            try {
                expectation.run();
                return;
            } catch (AssertionError e) {
                if (System.nanoTime() > until) {
                    throw e;
                }
                Thread.sleep(50);
            }
        }
    }
}
