package org.openhall.bench.deploy;

import java.time.Duration;
import java.util.Map;
import org.openhall.bench.Options;
import org.openhall.bench.Scenario;
import org.openhall.bench.report.Report;
import org.openhall.bench.traffic.Maximum;
import org.openhall.bench.traffic.Traffic;
import org.openhall.distribution.Hall;

/** The proof: at half of what the hall can do at most, an item is exchanged again and again, and nobody notices. */
public final class DeployBench implements Scenario {

    private static final int OPEN_CLIENTS = 48;

    @Override
    public String name() {
        return "deploy";
    }

    @Override
    public String help() {
        return "[--exchanges N=100] [--gap MS=500] " + Maximum.HELP + "  exchange an item under traffic by every way";
    }

    @Override
    public boolean run(Options options, Report report) {
        try (Hall hall = Hall.on(Hall.newHome("bench-deploy")).awaitReady()) {
            var proof = new Proof(hall, Traffic.STRADDLING);
            double rate = proof.maximum().half(options, report);
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
