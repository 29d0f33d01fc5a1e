package org.openhall.bench.cases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openhall.bench.Options;
import org.openhall.bench.Scenario;
import org.openhall.bench.hall.Jvm;
import org.openhall.bench.load.Failures;
import org.openhall.bench.report.Report;
import org.openhall.bench.rounds.Round;
import org.openhall.bench.rounds.Rounds;
import org.openhall.distribution.Hall;
import org.openhall.distribution.HallHome;

/** The figure that counts: cases a second, from the application to the last act. */
public final class CasesBench implements Scenario {

    @Override
    public String name() {
        return "cases";
    }

    @Override
    public String help() {
        return "[--database h2|postgres] [--upload KB,KB=0,200] " + Rounds.HELP + "  cases a second";
    }

    @Override
    public boolean run(Options options, Report report) {
        boolean good = true;
        for (int paper : options.numbers("upload", List.of(0, 200))) {
            good &= figure(options.text("database", HallHome.H2), paper, Rounds.of(options), report);
        }
        return good;
    }

    private static boolean figure(String database, int paper, Rounds rounds, Report report) {
        String name = database + (paper > 0 ? ", upload of " + paper + " KB" : "");
        var about = new LinkedHashMap<String, Object>();
        about.put("database", database);
        about.put("uploadKb", paper);
        try (var home = HallHome.on(database, "bench-cases");
                Hall hall = home.open()) {
            CaseWork work = CaseWork.in(hall, paper, new Failures());
            for (int count : rounds.clients()) {
                report.say(name + ", clients: " + count + " ...");
                List<CaseClient> clients = work.clients(count);
                List<Round> done = rounds.run(hall, clients, work.receipts().decided()::size, work.failures());
                CaseClient.finish(hall, clients);
                Rounds.tell(report, about, name, "cases", done);
            }
            boolean good = after(report, about, name, home, hall, work);
            home.keepUnless(good);
            return good;
        }
    }

    private static boolean after(
            Report report, Map<String, Object> about, String name, HallHome home, Hall hall, CaseWork work) {
        long bytes = home.databaseBytes();
        var jvm = new Jvm(hall);
        long resident = jvm.resident();
        long peak = jvm.peak();
        StoredCases stored = StoredCases.of(hall, work);
        long acknowledged = work.receipts().filed().size();
        var line = new LinkedHashMap<>(about);
        line.put("acknowledged", acknowledged);
        line.put("decided", work.receipts().decided().size());
        line.put("stored", stored);
        line.put("failures", work.failures().counts());
        line.put("databaseBytes", bytes);
        line.put("residentKb", resident);
        line.put("peakKb", peak);
        report.line("after", line);
        report.row(name + ", acknowledged / stored", "%,d / %,d".formatted(acknowledged, stored.stored()));
        report.row(
                "  database on the disk",
                "%,d MB, %,.1f KB a case".formatted(bytes >> 20, bytes / 1024.0 / acknowledged));
        report.row("  resident", "%,d MB, at most %,d MB".formatted(resident >> 10, peak >> 10));
        work.failures().examples().forEach(report::say);
        if (!stored.good()) {
            report.row("  stored is not what was acknowledged", stored);
        }
        return stored.good() && work.failures().total() == 0;
    }
}
