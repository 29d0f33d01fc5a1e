package org.openhall.bench.pages;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openhall.bench.Options;
import org.openhall.bench.Scenario;
import org.openhall.bench.load.Failures;
import org.openhall.bench.report.Report;
import org.openhall.bench.rounds.Rounds;
import org.openhall.distribution.Hall;
import org.openhall.distribution.HallHome;

/** Home, the guide of an item and the list of all, as HTML, nobody signed in. */
public final class PagesBench implements Scenario {

    @Override
    public String name() {
        return "pages";
    }

    @Override
    public String help() {
        return "[--database h2|postgres] [--item CODE] " + Rounds.HELP
                + "  home, guide and list; without an item, the guide of the first that takes applications";
    }

    @Override
    public boolean run(Options options, Report report) {
        String database = options.text("database", HallHome.H2);
        Rounds rounds = Rounds.of(options);
        var failures = new Failures();
        try (var home = HallHome.on(database, "bench-pages");
                Hall hall = home.open()) {
            String item = options.text("item", "");
            Map<String, String> pages = new LinkedHashMap<>();
            pages.put("home", "/");
            pages.put("guide", "/items/" + (item.isEmpty() ? online(hall) : item));
            pages.put("list", "/items");
            pages.forEach((name, path) -> measure(hall, database, name, path, rounds, failures, report));
            home.keepUnless(failures.total() == 0);
        }
        failures.examples().forEach(report::say);
        return failures.total() == 0;
    }

    private static void measure(
            Hall hall, String database, String name, String path, Rounds rounds, Failures failures, Report report) {
        int bytes = hall.api()
                .with("Accept", "text/html")
                .get(path)
                .expect(200)
                .text()
                .length();
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("database", database);
        about.put("page", path);
        about.put("characters", bytes);
        for (int clients : rounds.clients()) {
            report.say(path + ", clients: " + clients + " ...");
            var turn = new PageTurn(path, PageTurn.HTML, failures);
            Rounds.tell(
                    report,
                    about,
                    "%s, %,d characters".formatted(name, bytes),
                    "pages",
                    rounds.run(hall, Collections.nCopies(clients, turn), turn::read, failures));
        }
    }

    /** An item that takes applications, as the list shows it first. */
    private static String online(Hall hall) {
        return hall.api()
                .get("/api/v1/items?online=true&limit=1")
                .expect(200)
                .json()
                .at("/items/0/code")
                .asText();
    }
}
