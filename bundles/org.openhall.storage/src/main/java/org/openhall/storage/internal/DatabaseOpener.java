package org.openhall.storage.internal;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.openhall.api.health.Readiness;
import org.openhall.storage.internal.backup.Restoration;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens and migrates the database on a thread of its own, trying until it succeeds, and only then offers it to the other components. After
 * that it looks every few seconds whether the database still answers.
 */
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>='org.openhall.storage.internal.OpenDatabase'",
        effective = "active")
@Component(
        immediate = true,
        configurationPid = "org.openhall.storage",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class DatabaseOpener implements Readiness {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseOpener.class);
    private static final long RETRY_MILLIS = 2_000;
    private static final long LOOK_MILLIS = 5_000;
    private static final long LOOK_AGAIN_MILLIS = 500;
    private static final long NOTICE_MILLIS = 100;

    private final BundleContext context;
    private final DatabaseAddress address;
    private final FileSize size;
    private final Thread thread = new Thread(this::work, "storage-opener");

    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile boolean ready;
    private volatile String detail = "opening the database";

    @Activate
    public DatabaseOpener(BundleContext context, StorageSettings settings) {
        this.context = context;
        address = DatabaseAddress.of(settings, context.getProperty("openhall.home"));
        size = new FileSize(settings.warn_size());
        // who restores a backup fills the database first; nobody may see it before
        if (context.getProperty(Restoration.FILE) == null) {
            thread.start();
        }
    }

    private void work() {
        open().ifPresent(database -> {
            ServiceRegistration<OpenDatabase> offered = context.registerService(OpenDatabase.class, database, null);
            LOG.info("The database is open: {}", address);
            try {
                watch(database);
            } finally {
                ready = false;
                offered.unregister();
                close(database);
            }
        });
    }

    private Optional<OpenDatabase> open() {
        String said = "";
        do {
            try {
                return Optional.of(OpenDatabase.open(address));
            } catch (RuntimeException e) {
                detail = "the database does not open; the log says why";
                // the same trouble is told once, not every two seconds
                if (!said.equals(String.valueOf(e.getMessage()))) {
                    said = String.valueOf(e.getMessage());
                    LOG.error("The database does not open, trying again: {}", address, e);
                }
            }
        } while (goesOn(RETRY_MILLIS));
        return Optional.empty();
    }

    private void watch(OpenDatabase database) {
        boolean away = false;
        do {
            if (database.closed()) {
                // said before it is tried: opening it anew may take its time
                detail = database.trouble();
                ready = false;
            }
            boolean answers = database.answers();
            detail = answers ? size.told(database) : database.trouble();
            if (!answers && !away) {
                LOG.error("{}: {}", database.trouble(), address);
            }
            if (answers && away) {
                LOG.info("The database answers: {}", address);
            }
            away = !answers;
            ready = answers;
        } while (rests(database));
    }

    /** Until the next look: soon while the database is away, at once when somebody's work failed. */
    private boolean rests(OpenDatabase database) {
        long left = ready ? LOOK_MILLIS : LOOK_AGAIN_MILLIS;
        boolean goesOn = true;
        while (goesOn && left > 0 && !(ready && database.suspected())) {
            goesOn = goesOn(NOTICE_MILLIS);
            left -= NOTICE_MILLIS;
        }
        return goesOn;
    }

    /** Waits; false once the component is to close. */
    private boolean goesOn(long millis) {
        try {
            return !closing.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }

    private void close(OpenDatabase database) {
        database.close();
        LOG.info("The database is closed. {}", size.told(database));
    }

    @Deactivate
    void close() {
        closing.countDown();
        try {
            thread.join(15_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String part() {
        return "storage";
    }

    @Override
    public boolean ready() {
        return ready;
    }

    @Override
    public String detail() {
        return detail;
    }
}
