package org.openhall.cases.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.openhall.api.users.Post;

/** What was counted a moment ago, where many tasks lie: counting them takes longest there, and nobody misses the one that has just come or gone. */
final class LargeCounts {

    private static final long MANY = 300;
    private static final long MOMENT = TimeUnit.SECONDS.toNanos(5);
    private static final int KEPT = 200;

    private final Map<List<Post>, Counted> lately = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Post>, Counted> eldest) {
            return size() > KEPT;
        }
    };

    private record Counted(Map<String, long[]> counts, long at) {}

    Map<String, long[]> of(List<Post> posts, Supplier<Map<String, long[]>> count) {
        long now = System.nanoTime();
        synchronized (lately) {
            Counted last = lately.get(posts);
            if (last != null && now - last.at < MOMENT) {
                return last.counts;
            }
        }
        Map<String, long[]> counts = count.get();
        if (counts.values().stream().flatMapToLong(LongStream::of).sum() >= MANY) {
            synchronized (lately) {
                lately.put(posts, new Counted(counts, now));
            }
        }
        return counts;
    }
}
