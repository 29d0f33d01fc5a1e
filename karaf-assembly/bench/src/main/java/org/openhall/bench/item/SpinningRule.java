package org.openhall.bench.item;

import java.util.List;
import org.openhall.item.Application;
import org.openhall.item.Finding;
import org.openhall.item.Rule;

/** Computes for ever: takes a whole core and looks at nothing else. */
public final class SpinningRule implements Rule {

    @Override
    public List<Finding> check(Application application) {
        if (!Trouble.WORD.equals(application.answers().text("/remark").orElse(""))) {
            return List.of();
        }
        while (true) {
            Thread.onSpinWait();
        }
    }
}
