package org.openhall.catalogue.internal.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openhall.api.catalogue.Catalogue;
import org.openhall.api.catalogue.Deployments;
import org.openhall.api.catalogue.Door;
import org.openhall.api.catalogue.Extensions;
import org.openhall.api.catalogue.Operator;
import org.openhall.api.catalogue.Version;
import org.openhall.api.forms.Defect;
import org.openhall.catalogue.internal.CatalogueSettings;
import org.openhall.catalogue.internal.LiveExtensions;
import org.openhall.catalogue.internal.door.ShippedItems;
import org.openhall.catalogue.internal.running.Health;
import org.openhall.catalogue.internal.running.ItemBundles;
import org.openhall.catalogue.internal.store.BundleStore;
import org.openhall.item.Answers;
import org.openhall.item.Applicant;
import org.openhall.item.Application;
import org.openhall.item.Material;
import org.openhall.storage.testing.TestStorage;
import org.osgi.framework.Bundle;
import org.osgi.framework.InvalidSyntaxException;

/** A catalogue over a real database in a real framework, in which item bundles really come and go. */
public final class TestHall implements AutoCloseable {

    private final TestStorage storage;
    private final boolean ownsStorage;
    private final Path folder;
    private ItemFramework framework;
    private Node node;

    private final Staff staff = new Staff();
    private final Map<String, Object> changed =
            new HashMap<>(Map.of("wait_seconds", 1, "stop_seconds", 2, "rule_millis", 1000, "step_millis", 1000));

    /** How many cases are open; the same for all nodes. */
    private final CountedCases cases;

    private TestHall(TestStorage storage, boolean ownsStorage, CountedCases cases) throws IOException {
        this.cases = cases;
        this.storage = storage;
        this.ownsStorage = ownsStorage;
        this.folder = Files.createTempDirectory("hall");
    }

    public static TestHall open() {
        return on(TestStorage.onH2());
    }

    /** Over this database, which is closed with the hall. */
    public static TestHall on(TestStorage storage) {
        return open(storage, true, new CountedCases());
    }

    /** Another node of the same hall: its own framework, the same database. */
    public TestHall another() {
        return open(storage, false, cases);
    }

    private static TestHall open(TestStorage storage, boolean ownsStorage, CountedCases cases) {
        try {
            TestHall hall = new TestHall(storage, ownsStorage, cases);
            hall.start(true);
            return hall;
        } catch (IOException | InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Stops all but the database, and starts again: with the framework's cache, or as on another machine. */
    public void restart(boolean emptyCache) {
        try {
            stop();
            start(emptyCache);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private void start(boolean emptyCache) throws InvalidSyntaxException {
        framework = ItemFramework.start(folder.resolve("cache"), emptyCache);
        serve();
    }

    /** Makes everything anew, as a change of settings does. */
    public void reconfigure() {
        node.bundles.close();
        try {
            serve();
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same with another value of one setting. */
    public void reconfigure(String setting, int value) {
        changed.put(setting, value);
        reconfigure();
    }

    private void serve() throws InvalidSyntaxException {
        node = new Node(framework, storage, settings(changed), cases, staff);
    }

    private void stop() {
        node.bundles.close();
        framework.close();
    }

    @Override
    public void close() {
        try {
            stop();
        } finally {
            if (ownsStorage) {
                storage.close();
            }
        }
    }

    public Catalogue catalogue() {
        return node.catalogue;
    }

    public Extensions extensions() {
        return new LiveExtensions(node.shelf);
    }

    public Door door() {
        return node.door;
    }

    public TestStorage storage() {
        return storage;
    }

    public ItemBundles bundles() {
        return node.bundles;
    }

    /** How the code of the parking item is. */
    public Health health() {
        return node.bundles
                .health(node.catalogue.active("parking").orElseThrow())
                .orElseThrow();
    }

    public Deployments deployments() {
        return node.deployments;
    }

    /** Looks what other nodes did, as the hall does every few seconds. */
    public void sync() {
        node.changes.sync();
    }

    /** Does what is due and takes out what is over, as the hall does every few seconds. */
    public void tend() {
        node.plans.carryOut();
        node.drain.look();
    }

    /** Loses the bytes of a version, as a broken database would; what it gives back brings them back. */
    public Runnable loseBytes(String version) {
        String sha256 = node.catalogue
                .version("parking", Version.parse(version))
                .orElseThrow()
                .sha256();
        BundleStore store = new BundleStore(storage.transactions(), storage.database(), storage.clock());
        Path kept = folder.resolve(sha256);
        try {
            Files.write(kept, store.bytes(sha256));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        storage.transactions()
                .run(() -> storage.database()
                        .handle()
                        .createUpdate("delete from item_bundle_part where sha256 = :sha")
                        .bind("sha", sha256)
                        .execute());
        return () -> store.store(sha256, kept);
    }

    /** How many cases are open. */
    public CountedCases cases() {
        return cases;
    }

    /** Who administers the hall. */
    public Staff staff() {
        return staff;
    }

    public Path folder() {
        return folder;
    }

    /** Offers an item at the door. */
    public Door.Entry offer(ParkingItem item) {
        return node.door.offer(ItemJarFile.in(folder, item), Door.Then.ACTIVATE, Operator.way("test"));
    }

    /** Offers an item that comes in. */
    public Door.Entered enters(ParkingItem item) {
        return entered(offer(item));
    }

    /** Offers an item that comes in and is kept. */
    public Door.Entered keeps(ParkingItem item) {
        return entered(node.door.offer(ItemJarFile.in(folder, item), Door.Then.KEEP, Operator.way("test")));
    }

    private static Door.Entered entered(Door.Entry entry) {
        if (entry instanceof Door.Entered entered) {
            return entered;
        }
        throw new AssertionError("Refused: " + ((Door.Refused) entry).defects());
    }

    /** Why an item does not come in. */
    public List<String> refused(ParkingItem item) {
        return refused(item, Map.of());
    }

    /** Why an item with entries that no item should have does not come in. */
    public List<String> refused(ParkingItem item, Map<String, byte[]> more) {
        Door.Entry entry =
                node.door.offer(ItemJarFile.in(folder, item, more), Door.Then.ACTIVATE, Operator.way("test"));
        if (entry instanceof Door.Refused refused) {
            Did.saidInChineseToo(refused.defects());
            return refused.defects().stream().map(Defect::toString).toList();
        }
        throw new AssertionError("Entered: " + entry);
    }

    /** The first argument of each finding for an application on a version. */
    public List<String> said(String version) {
        return node.catalogue.check(application(version)).findings().stream()
                .map(finding -> finding.arguments().get(0))
                .toList();
    }

    /** The item bundles in the framework, as {@code test.parking 1.0.0}. */
    public List<Bundle> itemBundles() {
        return Arrays.stream(framework.context().getBundles())
                .filter(bundle -> bundle.getLocation().startsWith("hall:item/"))
                .toList();
    }

    /** What brings the shipped items of a folder in, at once. */
    public ShippedItems shipped(Path items) {
        return new ShippedItems(
                node.changes,
                node.door,
                framework.context(),
                settings(Map.of("items", items.toString(), "poll_seconds", 1)));
    }

    /** An application on a version, without answers and files. */
    public static Application application(String version) {
        return new Filed(
                "parking",
                version,
                new Applicant(Applicant.Kind.NATURAL, "安娜", "11010519491231002X", true),
                Answers.none(),
                List.of(),
                Instant.parse("2026-11-20T01:00:00Z"));
    }

    private record Filed(
            String item,
            String version,
            Applicant applicant,
            Answers answers,
            List<Material> materials,
            Instant filedAt)
            implements Application {}

    private static CatalogueSettings settings(Map<String, Object> changed) {
        return (CatalogueSettings) Proxy.newProxyInstance(
                CatalogueSettings.class.getClassLoader(),
                new Class<?>[] {CatalogueSettings.class},
                (proxy, method, arguments) -> changed.getOrDefault(method.getName(), method.getDefaultValue()));
    }
}
