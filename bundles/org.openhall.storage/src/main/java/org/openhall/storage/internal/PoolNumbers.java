package org.openhall.storage.internal;

import com.zaxxer.hikari.metrics.IMetricsTracker;
import com.zaxxer.hikari.metrics.MetricsTrackerFactory;
import com.zaxxer.hikari.metrics.PoolStats;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;
import org.openhall.api.metrics.Measure;
import org.openhall.api.metrics.Measure.Level;
import org.openhall.api.metrics.Measure.Sample;
import org.openhall.api.metrics.Tally;

/** What the connection pools tell about themselves. */
final class PoolNumbers implements MetricsTrackerFactory {

    private final Map<String, PoolStats> pools = new ConcurrentHashMap<>();
    private final Tally timeouts = new Tally(
            "hall_database_connection_timeouts", "Requests that got no connection to the database in time.", "pool");

    @Override
    public IMetricsTracker create(String pool, PoolStats stats) {
        pools.put(pool, stats);
        timeouts.count(0, pool);
        return new IMetricsTracker() {
            @Override
            public void recordConnectionTimeout() {
                timeouts.count(pool);
            }
        };
    }

    List<Measure> measures() {
        return List.of(
                level("hall_database_connections", "Connections to the database.", PoolStats::getTotalConnections),
                level(
                        "hall_database_connections_active",
                        "Connections that somebody works with.",
                        PoolStats::getActiveConnections),
                level(
                        "hall_database_connections_limit",
                        "Most connections there may be.",
                        PoolStats::getMaxConnections),
                level(
                        "hall_database_connections_awaited",
                        "Threads that wait for a connection.",
                        PoolStats::getPendingThreads),
                timeouts.measure());
    }

    private Level level(String name, String help, ToIntFunction<PoolStats> number) {
        List<Sample> samples = new TreeMap<>(pools)
                .entrySet().stream()
                        .map(pool -> new Sample(Map.of("pool", pool.getKey()), number.applyAsInt(pool.getValue())))
                        .toList();
        return new Level(name, help, samples);
    }
}
