package org.openhall.bench.item;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.openhall.item.Application;
import org.openhall.item.Finding;
import org.openhall.item.Rule;

/** Waits for ever and lets nobody interrupt it. */
public final class HangingRule implements Rule {

    private static final long NANOS = 100_000_000L;

    @Override
    public List<Finding> check(Application application) {
        if (!Trouble.WORD.equals(application.answers().text("/remark").orElse(""))) {
            return List.of();
        }
        while (true) {
            LockSupport.parkNanos(NANOS);
            // Asking takes the interruption away, so that the next wait is a wait again.
            Thread.interrupted();
        }
    }
}
