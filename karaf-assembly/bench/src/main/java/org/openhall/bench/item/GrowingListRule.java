package org.openhall.bench.item;

import java.util.ArrayList;
import java.util.List;
import org.openhall.item.Application;
import org.openhall.item.Finding;
import org.openhall.item.Rule;

/** Takes a little more memory all the time and keeps it. */
public final class GrowingListRule implements Rule {

    private static final int BYTES = 64 * 1024;

    @Override
    public List<Finding> check(Application application) {
        if (!Trouble.WORD.equals(application.answers().text("/remark").orElse(""))) {
            return List.of();
        }
        List<byte[]> kept = new ArrayList<>();
        while (true) {
            kept.add(new byte[BYTES]);
        }
    }
}
