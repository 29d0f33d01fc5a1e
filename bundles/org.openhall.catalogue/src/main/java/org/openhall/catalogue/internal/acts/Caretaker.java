package org.openhall.catalogue.internal.acts;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.openhall.api.storage.StorageUnavailable;
import org.openhall.catalogue.internal.CatalogueSettings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what is to be done without anybody asking: planned activations, and draining. */
@Component(service = Caretaker.class, configurationPid = "org.openhall.catalogue", immediate = true)
public final class Caretaker {

    private static final Logger LOG = LoggerFactory.getLogger(Caretaker.class);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "items-caretaker");
        made.setDaemon(true);
        return made;
    });

    @Activate
    public Caretaker(@Reference Plans plans, @Reference Drain drain, CatalogueSettings settings) {
        every(settings.plan_seconds(), plans::carryOut);
        every(settings.drain_seconds(), drain::look);
    }

    @Deactivate
    public void close() {
        // not interrupted: it may be writing to the database
        thread.shutdown();
    }

    private void every(int seconds, Runnable work) {
        thread.scheduleWithFixedDelay(() -> quietly(work), seconds, seconds, TimeUnit.SECONDS);
    }

    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (StorageUnavailable e) {
            LOG.warn("The database does not answer; plans and draining are looked at again soon");
        } catch (RuntimeException e) {
            LOG.error("Plans or draining could not be looked at; tried again soon", e);
        }
    }
}
