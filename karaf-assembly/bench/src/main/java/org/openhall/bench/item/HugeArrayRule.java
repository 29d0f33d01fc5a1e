package org.openhall.bench.item;

import java.util.List;
import org.openhall.item.Application;
import org.openhall.item.Finding;
import org.openhall.item.Rule;

/** Wants more memory at once than the whole hall has. */
public final class HugeArrayRule implements Rule {

    private static final int BYTES = 1 << 30;

    @Override
    public List<Finding> check(Application application) {
        if (!Trouble.WORD.equals(application.answers().text("/remark").orElse(""))) {
            return List.of();
        }
        byte[] all = new byte[BYTES];
        return List.of(Finding.flags("/name", "ran", Integer.toString(all.length)));
    }
}
