package org.openhall.catalogue.internal.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class WorkersTest {

    @Test
    void aVersionThatCameThroughTheDeploymentFolderIsCalledAgainAfterItsThreadsWentHome() throws Exception {
        AtomicReference<Workers> made = new AtomicReference<>();
        try (Watch watch = new Watch()) {
            Thread folder =
                    new Thread(daemonGroup(), () -> made.set(new Workers("item", 1, watch)), "the folder's own thread");
            folder.start();
            folder.join();
            AtomicBoolean called = new AtomicBoolean();

            goes(made.get(), () -> {});
            goes(made.get(), () -> called.set(true));

            assertThat(called).isTrue();
            made.get().close();
        }
    }

    private static void goes(Workers workers, Runnable work) throws InterruptedException {
        Thread thread = new Thread(workers.group(), work);
        thread.start();
        thread.join();
    }

    @SuppressWarnings("removal")
    private static ThreadGroup daemonGroup() {
        var group = new ThreadGroup("deployment folder");
        group.setDaemon(true);
        return group;
    }
}
