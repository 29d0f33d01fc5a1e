package org.openhall.bench.item;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.openhall.item.Application;
import org.openhall.item.Finding;
import org.openhall.item.Rule;

/** Answers, and leaves a thread behind each time. */
public final class ThreadLeavingRule implements Rule {

    @Override
    public List<Finding> check(Application application) {
        if (!Trouble.WORD.equals(application.answers().text("/remark").orElse(""))) {
            return List.of();
        }
        Thread left = new Thread(LockSupport::park, "left by the bench");
        left.setDaemon(true);
        left.start();
        return List.of();
    }
}
