package org.openhall.bench.growth;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openhall.bench.hall.Jvm;
import org.openhall.bench.hall.Person;
import org.openhall.bench.item.BenchItem;
import org.openhall.bench.item.Filled;
import org.openhall.bench.item.ItemVersion;
import org.openhall.bench.report.Report;
import org.openhall.bench.ways.FolderWay;
import org.openhall.distribution.Api;
import org.openhall.distribution.Hall;
import org.openhall.distribution.HallHome;

/** A hall in which many cases lie, opened for the second time since. */
public final class GrownHall implements AutoCloseable {

    static final String ITEM = "bench";
    static final ItemVersion VERSION = new ItemVersion(1, 0, 0);

    private static final String LOADER_MEMORY = "-Xmx2g";
    private static final String H2_CACHE = ";CACHE_SIZE=1000000";

    private final HallHome home;
    private final long cases;
    private final String queryCode;
    private final Hall hall;

    private GrownHall(HallHome home, long cases, String queryCode, Hall hall) {
        this.home = home;
        this.cases = cases;
        this.queryCode = queryCode;
        this.hall = hall;
    }

    /** Makes one: three cases go the normal way, the others are copies of them. */
    public static GrownHall of(String database, int cases, Report report) {
        HallHome home = HallHome.on(database, "bench-growth-" + cases);
        report.say("making a hall with " + cases + " cases on " + database + " ...");
        Seeds seeds;
        try (Hall hall = home.open()) {
            seeds = Seeds.sown(hall);
        }
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("cases", cases);
        line.put("loadMillis", load(home, cases, seeds, report).toMillis());
        line.put("databaseBytes", home.databaseBytes());
        try (Hall first = home.open()) {
            line.put("readyFirstMillis", first.opening().toMillis());
            line.put("residentKb", new Jvm(first).resident());
            line.put("stopMillis", first.stop().toMillis());
        }
        var grown = new GrownHall(home, cases, seeds.queryCode(), home.open());
        line.put("readySecondMillis", grown.opening().toMillis());
        report.line("hall", line);
        report.row(
                "%,d cases".formatted(cases),
                "loaded in %d s, %,d MB on the disk, ready in %d ms, stopped in %d ms, ready again in %d ms"
                        .formatted(
                                (long) line.get("loadMillis") / 1000,
                                home.databaseBytes() >> 20,
                                line.get("readyFirstMillis"),
                                line.get("stopMillis"),
                                line.get("readySecondMillis")));
        return grown;
    }

    /**
     * What is copied.
     *
     * @param finished number of a case that is decided
     * @param accepted number of one that waits for the decision
     * @param filed number of one that waits to be accepted
     * @param queryCode of the first; all copies get it
     */
    private record Seeds(String finished, String accepted, String filed, String queryCode) {

        static Seeds sown(Hall hall) {
            if (!new FolderWay(hall).offer(BenchItem.of(ITEM, VERSION)).done()) {
                throw new IllegalStateException("the item did not come in");
            }
            List<Person> citizens = Person.citizens(hall);
            Api intake = api(hall, Person.of(hall, "wangmin"));
            Api decision = api(hall, Person.of(hall, "qianjun"));
            var finished = file(api(hall, citizens.get(0)));
            act(intake, finished.get("number"), "accept");
            act(decision, finished.get("number"), "approve");
            String accepted = file(api(hall, citizens.get(1))).get("number");
            act(intake, accepted, "accept");
            String filed = file(api(hall, citizens.get(2))).get("number");
            return new Seeds(finished.get("number"), accepted, filed, finished.get("queryCode"));
        }

        private static Api api(Hall hall, Person person) {
            return hall.api().with("Authorization", "Bearer " + person.token());
        }

        private static Map<String, String> file(Api citizen) {
            String path = "/api/v1/applications";
            String draft = path + "/"
                    + citizen.post(path, Map.of("item", ITEM))
                            .expect(201)
                            .json()
                            .path("id")
                            .asText();
            citizen.put(draft + "/answers", Filled.form(VERSION)).expect(200);
            var receipt = citizen.post(draft + "/submit", "{}").expect(201).json();
            return Map.of(
                    "number", receipt.path("number").asText(),
                    "queryCode", receipt.path("queryCode").asText());
        }

        private static void act(Api official, String number, String action) {
            official.post("/api/v1/desk/cases/" + number + "/" + action, "{}").expect(200);
        }
    }

    private static Duration load(HallHome home, int cases, Seeds seeds, Report report) {
        long began = System.nanoTime();
        String url = home.server()
                .map(server -> server.url())
                .orElseGet(() -> "jdbc:h2:file:" + home.path().resolve("data").resolve("hall") + H2_CACHE);
        String user = home.server().map(server -> server.user()).orElse("sa");
        try {
            Process loader = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            LOADER_MEMORY,
                            "-cp",
                            where(BulkLoad.class, org.h2.Driver.class, org.postgresql.Driver.class),
                            BulkLoad.class.getName(),
                            url,
                            user,
                            "" + cases,
                            seeds.finished(),
                            seeds.accepted(),
                            seeds.filed())
                    .redirectErrorStream(true)
                    .start();
            try (BufferedReader said = loader.inputReader(StandardCharsets.UTF_8)) {
                said.lines().forEach(report::say);
            }
            if (loader.waitFor() != 0) {
                throw new IllegalStateException("the hall could not be filled");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** The class path of the loader. */
    private static String where(Class<?>... classes) {
        return Stream.of(classes)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .map(GrownHall::path)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String path(URL place) {
        try {
            return Path.of(place.toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    Hall hall() {
        return hall;
    }

    long cases() {
        return cases;
    }

    /** Of all cases that were loaded. */
    String queryCode() {
        return queryCode;
    }

    Duration opening() {
        return hall.opening();
    }

    /** A hall that was as it must be is removed in the end, with all its cases. */
    public void keepUnless(boolean good) {
        home.keepUnless(good);
    }

    @Override
    public void close() {
        hall.close();
        home.close();
    }
}
