package org.openhall.bench.deploy;

import java.time.Duration;
import java.util.Map;
import org.openhall.bench.Options;
import org.openhall.bench.Scenario;
import org.openhall.bench.load.Measured;
import org.openhall.bench.report.Report;
import org.openhall.distribution.Hall;

/** The proof: at half of what the hall can do at most, an item is exchanged again and again, and nobody notices. */
public final class DeployBench implements Scenario {

    private static final int CLIENTS = 8;
    private static final int OPEN_CLIENTS = 48;

    @Override
    public String name() {
        return "deploy";
    }

    @Override
    public String help() {
        return "[--exchanges N=100] [--warmup S=20] [--max S=20] [--rate PER-SECOND] [--gap MS=500]"
                + "  exchange an item under traffic by every way";
    }

    @Override
    public boolean run(Options options, Report report) {
        try (Hall hall = Hall.on(Hall.newHome("bench-deploy")).awaitReady()) {
            var proof = new Proof(hall);
            double rate = options.number("rate", 0);
            if (rate == 0) {
                report.say("warming up, then the most the hall can do ...");
                proof.full(CLIENTS, Duration.ofSeconds(options.number("warmup", 20)));
                Measured most = proof.full(CLIENTS, Duration.ofSeconds(options.number("max", 20)));
                report.line(
                        "maximum",
                        Map.of(
                                "clients",
                                CLIENTS,
                                "rate",
                                most.rate(),
                                "latencies",
                                most.latencies().figures()));
                report.row("measured maximum", Math.round(most.rate()) + " requests/s with " + CLIENTS + " clients");
                rate = most.rate() / 2;
            }
            report.say("exchanging at " + Math.round(rate) + " requests/s ...");
            Outcome outcome = proof.exchange(
                    options.number("exchanges", 100),
                    rate,
                    OPEN_CLIENTS,
                    Duration.ofMillis(options.number("gap", 500)),
                    one -> report.line("exchange", line(one)));
            return outcome.tell(report);
        }
    }

    private static Map<String, Object> line(Exchange one) {
        return Map.of(
                "number", one.number(),
                "way", one.way(),
                "kind", one.kind(),
                "version", one.version().toString(),
                "millis", one.took().toMillis());
    }
}
