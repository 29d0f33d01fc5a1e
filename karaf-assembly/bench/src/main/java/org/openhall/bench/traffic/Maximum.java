package org.openhall.bench.traffic;

import java.time.Duration;
import java.util.Map;
import org.openhall.bench.Options;
import org.openhall.bench.load.Failures;
import org.openhall.bench.load.Load;
import org.openhall.bench.load.Measured;
import org.openhall.bench.report.Report;
import org.openhall.distribution.Hall;

/** The most that some traffic can get out of a hall, each client going on as soon as he is answered. */
public record Maximum(Hall hall, Traffic traffic, Failures failures) {

    /** Options of every bench that begins with this. */
    public static final String HELP = "[--warmup S=20] [--max S=20] [--rate PER-SECOND]";

    private static final int CLIENTS = 8;

    /** Half of it, or the rate that was asked for. */
    public double half(Options options, Report report) {
        int asked = options.number("rate", 0);
        if (asked > 0) {
            return asked;
        }
        report.say("warming up, then the most the hall can do ...");
        full(options.number("warmup", 20));
        Measured most = full(options.number("max", 20));
        report.line(
                "maximum",
                Map.of(
                        "clients", CLIENTS,
                        "rate", Math.round(most.rate()),
                        "latencies", most.latencies().figures()));
        report.row("measured maximum", Math.round(most.rate()) + " requests/s with " + CLIENTS + " clients");
        return most.rate() / 2;
    }

    private Measured full(int seconds) {
        return Load.closed(hall.address(), traffic, failures).start(CLIENTS).stopAfter(Duration.ofSeconds(seconds));
    }
}
