package org.openhall.bench.rounds;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.openhall.bench.Options;
import org.openhall.bench.hall.Jvm;
import org.openhall.bench.load.Failures;
import org.openhall.bench.load.Latencies;
import org.openhall.bench.load.Load;
import org.openhall.bench.load.Measured;
import org.openhall.bench.load.Turn;
import org.openhall.bench.report.Report;
import org.openhall.bench.report.Spread;
import org.openhall.distribution.Hall;

/**
 * How something is measured: so long to warm up, then so often, so long.
 *
 * @param clients how many, one measurement after the other
 * @param warmUp before each of them
 * @param time of one round
 * @param count of rounds
 */
public record Rounds(List<Integer> clients, Duration warmUp, Duration time, int count) {

    /** Options of every bench that measures so. */
    public static final String HELP = "[--clients N,N=1,8] [--warmup S=20] [--round S=20] [--rounds N=3]";

    public static Rounds of(Options options) {
        return new Rounds(
                options.numbers("clients", List.of(1, 8)),
                Duration.ofSeconds(options.number("warmup", 20)),
                Duration.ofSeconds(options.number("round", 20)),
                options.number("rounds", 3));
    }

    /**
     * Measures with some clients.
     *
     * @param turns of each client; he goes on in one round where he was in the round before
     * @param done counts what was brought to its end so far
     */
    public List<Round> run(Hall hall, List<? extends Turn> turns, LongSupplier done, Failures failures) {
        return run(hall.address(), new Jvm(hall)::cpu, turns, done, failures);
    }

    /** The same with something else than a hall, of which is known how long it has worked. */
    public List<Round> run(
            URI address, Supplier<Duration> worked, List<? extends Turn> turns, LongSupplier done, Failures failures) {
        List<Round> rounds = new ArrayList<>();
        load(address, turns, failures, warmUp);
        for (int i = 1; i <= count; i++) {
            long before = done.getAsLong();
            long failed = failures.total();
            Duration cpu = worked.get();
            Measured measured = load(address, turns, failures, time);
            rounds.add(new Round(
                    turns.size(),
                    i,
                    done.getAsLong() - before,
                    measured,
                    failures.total() - failed,
                    worked.get().minus(cpu)));
        }
        return rounds;
    }

    /** A line for each round and two rows of the table for all. */
    public static void tell(Report report, Map<String, ?> about, String name, String unit, List<Round> rounds) {
        var latencies = new Latencies();
        for (Round round : rounds) {
            Map<String, Object> line = new LinkedHashMap<>(about);
            line.putAll(round.figures());
            report.line("round", line);
            latencies.add(round.measured().latencies());
        }
        report.row(
                name + ", clients: " + rounds.get(0).clients(),
                Spread.of(rounds.stream().map(Round::perSecond).toList()) + " " + unit + "/s");
        report.row(
                "  requests",
                "p50 %s ms, p99 %s ms, longest %s ms, failed %d"
                        .formatted(
                                latencies.millis(50),
                                latencies.millis(99),
                                latencies.millis(100),
                                rounds.stream().mapToLong(Round::failed).sum()));
    }

    private static Measured load(URI address, List<? extends Turn> turns, Failures failures, Duration time) {
        return Load.closedEach(address, turns::get, failures)
                .start(turns.size())
                .stopAfter(time);
    }
}
