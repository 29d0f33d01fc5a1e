package org.openhall.catalogue.internal.running;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Does what may hang on a thread of its own: starting a bundle runs constructors of the item. */
final class Apart {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Apart() {}

    static <T> T run(String what, Callable<T> work) throws NotStarted {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "item-" + what);
        thread.setDaemon(true);
        thread.setContextClassLoader(Apart.class.getClassLoader());
        thread.start();
        try {
            return task.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new NotStarted(String.valueOf(e.getCause().getMessage()));
        } catch (TimeoutException e) {
            thread.interrupt();
            throw new NotStarted("It did not " + what + " within " + PATIENCE.toSeconds() + " seconds");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotStarted("The hall is stopping");
        }
    }
}
