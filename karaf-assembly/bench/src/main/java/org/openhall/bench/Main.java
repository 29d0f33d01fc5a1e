package org.openhall.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.openhall.bench.busy.BusyBench;
import org.openhall.bench.cases.CasesBench;
import org.openhall.bench.crash.CrashBench;
import org.openhall.bench.deploy.DeployBench;
import org.openhall.bench.growth.GrowthBench;
import org.openhall.bench.items.ItemsBench;
import org.openhall.bench.misbehave.MisbehaveBench;
import org.openhall.bench.pages.PagesBench;
import org.openhall.bench.report.Machine;
import org.openhall.bench.report.Report;
import org.openhall.bench.soak.SoakBench;
import org.openhall.bench.start.StartBench;
import org.openhall.bench.yardstick.YardstickBench;

/** {@code ./hall bench <what> [options]}. Exit status 0: all that must be so was so; 1: it was not; 2: not understood. */
public final class Main {

    private static final List<Scenario> SCENARIOS = List.of(
            new YardstickBench(),
            new StartBench(),
            new PagesBench(),
            new CasesBench(),
            new BusyBench(),
            new GrowthBench(),
            new SoakBench(),
            new CrashBench(),
            new DeployBench(),
            new ItemsBench(),
            new MisbehaveBench());

    private static final String COMMON = "[--out FILE] [--stdout]";

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) {
        String what = arguments.length == 0 ? "" : arguments[0];
        Optional<Scenario> scenario =
                SCENARIOS.stream().filter(one -> one.name().equals(what)).findFirst();
        if (scenario.isEmpty()) {
            usage(what);
            return 2;
        }
        Options options;
        try {
            options = Options.parse(arguments, 1, COMMON + " " + scenario.get().help());
        } catch (Options.Wrong e) {
            System.err.println(what + ": " + e.getMessage());
            System.err.println("  " + what + "  " + scenario.get().help());
            return 2;
        }
        return run(scenario.get(), options);
    }

    private static int run(Scenario scenario, Options options) {
        String what = scenario.name();
        Path file =
                Path.of(options.text("out", System.getProperty("openhall.halls", "target") + "/" + what + ".jsonl"));
        try (var report = new Report(what, file, options.is("stdout"))) {
            report.line("machine", Machine.facts());
            boolean good = scenario.run(options, report);
            report.row("verdict", good ? "passed" : "FAILED");
            report.row("lines", file);
            return good ? 0 : 1;
        }
    }

    private static void usage(String what) {
        if (!what.isEmpty()) {
            System.err.println("There is no bench " + what + ".");
        }
        System.err.println("Usage: ./hall bench WHAT " + COMMON + " [OPTIONS]");
        SCENARIOS.forEach(one -> System.err.println("  " + one.name() + "  " + one.help()));
    }
}
