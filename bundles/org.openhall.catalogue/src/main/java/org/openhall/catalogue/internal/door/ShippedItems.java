package org.openhall.catalogue.internal.door;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openhall.api.catalogue.Door;
import org.openhall.api.catalogue.Operator;
import org.openhall.api.health.Readiness;
import org.openhall.api.storage.StorageUnavailable;
import org.openhall.catalogue.internal.CatalogueSettings;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** At start restores what was served and offers the shipped items at the door; later looks what other nodes deployed. */
@Component(configurationPid = "org.openhall.catalogue", immediate = true)
public final class ShippedItems implements Readiness {

    private static final Logger LOG = LoggerFactory.getLogger(ShippedItems.class);

    private final Changes changes;
    private final Door door;
    private final Optional<Path> folder;
    private final ScheduledExecutorService thread;
    private volatile boolean open;
    private volatile int refused;

    @Activate
    public ShippedItems(
            @Reference Changes changes, @Reference Door door, BundleContext context, CatalogueSettings settings) {
        this.changes = changes;
        this.door = door;
        this.folder = folder(context, settings);
        this.thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread made = new Thread(work, "items");
            made.setDaemon(true);
            return made;
        });
        thread.scheduleWithFixedDelay(this::look, 0, settings.poll_seconds(), TimeUnit.SECONDS);
    }

    @Deactivate
    public void close() {
        // not interrupted: it may be writing to the database
        thread.shutdown();
    }

    @Override
    public String part() {
        return "items";
    }

    @Override
    public boolean ready() {
        return open;
    }

    @Override
    public String detail() {
        if (!open) {
            return "The shipped items are being brought in.";
        }
        return refused == 0 ? "" : refused + " shipped items were refused; the log says why.";
    }

    private void look() {
        try {
            changes.sync();
            if (!open) {
                offerAll();
                open = true;
            }
        } catch (StorageUnavailable e) {
            LOG.warn("The database does not answer; the items are looked at again soon");
        } catch (RuntimeException e) {
            LOG.error("The items cannot be brought in; tried again soon", e);
        }
    }

    private void offerAll() {
        int not = 0;
        for (Path jar : jars()) {
            Door.Entry entry = door.offer(jar, Door.Then.ACTIVATE, Operator.way("shipped"));
            Telling.tell(jar, entry);
            not += entry instanceof Door.Refused ? 1 : 0;
        }
        refused = not;
    }

    private List<Path> jars() {
        if (folder.isEmpty() || !Files.isDirectory(folder.get())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.get())) {
            return files.filter(file -> file.getFileName().toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            LOG.error("The folder of the shipped items cannot be read: {}", e.getMessage());
            return List.of();
        }
    }

    private static Optional<Path> folder(BundleContext context, CatalogueSettings settings) {
        Optional<String> set = Optional.of(settings.items().strip()).filter(items -> !items.isEmpty());
        return set.or(() -> Optional.ofNullable(context.getProperty("openhall.items")))
                .map(Path::of)
                .or(() -> Optional.ofNullable(context.getProperty("karaf.home")).map(home -> Path.of(home, "items")));
    }
}
