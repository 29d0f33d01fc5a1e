package org.openhall.bench.traffic;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.openhall.bench.item.ItemVersion;

/** Which version may take new filings, and which may serve the cases of each line, kept by whoever exchanges them. */
public final class Ledger {

    private final Windows taking = new Windows();
    private final Map<String, Windows> lines = new ConcurrentHashMap<>();

    /** The version is being brought in or back. */
    public void begin(ItemVersion version, boolean takes) {
        line(version.line()).begin(version);
        if (takes) {
            taking.begin(version);
        }
    }

    /** The hall has said that it serves. */
    public void settle(ItemVersion version, boolean takes) {
        line(version.line()).settle(version);
        if (takes) {
            taking.settle(version);
        }
    }

    /** New filings. */
    Windows taking() {
        return taking;
    }

    /** Cases and drafts of a line. */
    Windows line(String line) {
        return lines.computeIfAbsent(line, any -> new Windows());
    }
}
