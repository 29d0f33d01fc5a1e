package org.openhall.bench.traffic;

import java.util.ArrayList;
import java.util.List;
import org.openhall.bench.item.ItemVersion;

/**
 * When which version may be seen to serve. While one takes over from another either may be; once the hall has said that it is done, whoever asks
 * from then on must see the new one.
 */
final class Windows {

    private static final long OPEN = Long.MAX_VALUE;

    private record Window(String version, long from, long until) {}

    private final List<Window> windows = new ArrayList<>();

    /** From now on it may serve. */
    synchronized void begin(ItemVersion version) {
        if (windows.stream()
                .noneMatch(window -> window.version().equals(version.toString()) && window.until() == OPEN)) {
            windows.add(new Window(version.toString(), System.nanoTime(), OPEN));
        }
    }

    /** From now on it is the only one. */
    synchronized void settle(ItemVersion version) {
        begin(version);
        long now = System.nanoTime();
        windows.replaceAll(window -> window.until() != OPEN || window.version().equals(version.toString())
                ? window
                : new Window(window.version(), window.from(), now));
    }

    /** Whether an answer to a request of that time may show that version. */
    synchronized boolean may(String version, long sent, long completed) {
        return windows.stream()
                .anyMatch(window ->
                        window.version().equals(version) && window.from() <= completed && window.until() >= sent);
    }

    /** Whether it ever served. */
    synchronized boolean ever(String version) {
        return windows.stream().anyMatch(window -> window.version().equals(version));
    }

    @Override
    public synchronized String toString() {
        return windows.subList(Math.max(0, windows.size() - 3), windows.size()).toString();
    }
}
