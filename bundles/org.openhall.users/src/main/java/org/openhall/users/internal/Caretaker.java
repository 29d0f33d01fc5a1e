package org.openhall.users.internal;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.openhall.api.health.Readiness;
import org.openhall.api.storage.StorageUnavailable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the first administrator in, reads the directory again, forgets what has ended; says when the people can come. */
@Component(immediate = true)
public final class Caretaker implements Readiness {

    private static final Logger LOG = LoggerFactory.getLogger(Caretaker.class);
    private static final int REFRESH_SECONDS = 5;
    private static final int ROUNDS_BETWEEN_FORGETTING = 60;

    private final StoredSessions sessions;
    private final LiveDirectory directory;
    private final Throttle throttle;
    private final FirstAdministrator first;
    /** The people of a demo hall are made by its own bundle. */
    private final boolean demo;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "users-caretaker");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean open;
    private int round;

    @Activate
    public Caretaker(
            @Reference StoredAccounts accounts,
            @Reference StoredSessions sessions,
            @Reference LiveDirectory directory,
            @Reference Throttle throttle,
            BundleContext context) {
        this.sessions = sessions;
        this.directory = directory;
        this.throttle = throttle;
        this.first = new FirstAdministrator(accounts, System.out);
        this.demo = Boolean.parseBoolean(context.getProperty("openhall.demo"));
        timer.scheduleWithFixedDelay(this::round, 0, REFRESH_SECONDS, TimeUnit.SECONDS);
    }

    private void round() {
        try {
            if (!open) {
                if (!demo) {
                    first.letIn();
                }
                open = true;
            }
            directory.refresh();
            if (++round % ROUNDS_BETWEEN_FORGETTING == 0) {
                sessions.forgetEnded();
                throttle.forgetOld();
            }
        } catch (StorageUnavailable e) {
            LOG.warn("The users wait for the database: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("The users are in trouble", e);
        }
    }

    @Deactivate
    void close() {
        timer.shutdownNow();
    }

    @Override
    public String part() {
        return "users";
    }

    @Override
    public boolean ready() {
        return open && directory.loaded();
    }

    @Override
    public String detail() {
        return ready() ? "" : "reading regions and departments";
    }
}
