package org.openhall.bench.item;

import java.util.List;
import org.openhall.item.Application;
import org.openhall.item.Finding;
import org.openhall.item.Rule;

/** Throws. */
public final class ThrowingRule implements Rule {

    @Override
    public List<Finding> check(Application application) {
        if (!Trouble.WORD.equals(application.answers().text("/remark").orElse(""))) {
            return List.of();
        }
        throw new IllegalStateException("as the bench wants it");
    }
}
