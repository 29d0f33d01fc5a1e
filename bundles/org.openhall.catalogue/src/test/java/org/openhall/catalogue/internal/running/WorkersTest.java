package org.openhall.catalogue.internal.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class WorkersTest {

    @Test
    void aVersionThatCameThroughTheDeploymentFolderIsCalledAgainAfterItsThreadsWentHome() throws Exception {
        AtomicReference<Workers> made = new AtomicReference<>();
        try (Watch watch = new Watch()) {
            Thread folder = new Thread(
                    daemonGroup(),
                    () -> made.set(new Workers("item", 1, Duration.ofMillis(1), watch)),
                    "the folder's own thread");
            folder.start();
            folder.join();

            Thread first = calledOn(made.get());
            first.join();
            assertThat(calledOn(made.get())).isNotSameAs(first);
            made.get().close();
        }
    }

    /** The thread on which a call was made. */
    private static Thread calledOn(Workers workers) throws Exception {
        Gate gate = new Gate(1, new Semaphore(1), 3, System::nanoTime);
        Workers.Limits limits = new Workers.Limits(Duration.ofSeconds(5), Duration.ofSeconds(5), 1L << 24);
        return workers.begin(gate, "rule", Thread::currentThread, () -> {}, limits)
                .orElseThrow()
                .await();
    }

    @SuppressWarnings("removal")
    private static ThreadGroup daemonGroup() {
        var group = new ThreadGroup("deployment folder");
        group.setDaemon(true);
        return group;
    }
}
