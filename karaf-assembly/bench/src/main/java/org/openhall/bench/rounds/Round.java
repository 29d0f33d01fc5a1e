package org.openhall.bench.rounds;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openhall.bench.load.Measured;

/**
 * What was seen in one round.
 *
 * @param clients at work
 * @param number from 1
 * @param done what was brought to its end
 * @param measured requests
 * @param failed requests
 * @param cpu time that the hall's process worked, on all cores together
 */
public record Round(int clients, int number, long done, Measured measured, long failed, Duration cpu) {

    /** Done in a second. */
    public double perSecond() {
        return done / (measured.took().toNanos() / 1e9);
    }

    Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("clients", clients);
        figures.put("round", number);
        figures.put("seconds", measured.took().toMillis() / 1000.0);
        figures.put("done", done);
        figures.put("perSecond", hundredths(perSecond()));
        figures.put("requestsPerSecond", hundredths(measured.rate()));
        figures.put("failed", failed);
        figures.put("hallCpuMillisEach", done == 0 ? 0 : hundredths(cpu.toNanos() / 1e6 / done));
        figures.put("latencies", measured.latencies().figures());
        return figures;
    }

    private static double hundredths(double figure) {
        return Math.round(figure * 100) / 100.0;
    }
}
