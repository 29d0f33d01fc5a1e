package org.openhall.storage.internal.requests;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets old requests every few minutes. Several nodes may do it at once. */
@Component(service = Forgetting.class, immediate = true)
public final class Forgetting {

    private static final Logger LOG = LoggerFactory.getLogger(Forgetting.class);

    private final JdbcRequests requests;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "storage-forgetting");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public Forgetting(@Reference JdbcRequests requests) {
        this.requests = requests;
        timer.scheduleWithFixedDelay(this::forget, 1, 5, TimeUnit.MINUTES);
    }

    private void forget() {
        try {
            requests.forgetOld();
        } catch (RuntimeException e) {
            LOG.warn("Old requests are forgotten later", e);
        }
    }

    @Deactivate
    void close() {
        timer.shutdownNow();
    }
}
