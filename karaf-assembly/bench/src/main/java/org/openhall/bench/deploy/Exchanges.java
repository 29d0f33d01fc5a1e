package org.openhall.bench.deploy;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openhall.bench.item.BenchItem;
import org.openhall.bench.item.ItemVersion;
import org.openhall.bench.load.Failures;
import org.openhall.bench.traffic.Ledger;
import org.openhall.bench.ways.Acts;
import org.openhall.bench.ways.Way;

/** Exchanges one item again and again, every kind by every way in turn, and tells the ledger when what may be seen. */
final class Exchanges {

    private static final Comparator<ItemVersion> BY_MINOR = Comparator.comparingInt(ItemVersion::minor);

    /**
     * Eleven turns, so that with two or three ways each way comes to each kind; the way back leads within a line, and after a minor to the line
     * before. The folder, which comes first of three, knows no way back.
     */
    private static final List<Kind> TURNS = List.of(
            Kind.MICRO,
            Kind.ROLLBACK,
            Kind.BROKEN,
            Kind.MINOR,
            Kind.ROLLBACK,
            Kind.MICRO,
            Kind.MINOR,
            Kind.OLD_MICRO,
            Kind.DISHONEST,
            Kind.MICRO,
            Kind.ROLLBACK);

    private final String key;
    private final List<Way> ways;
    private final Ledger ledger;
    private final Failures failures;

    private final Map<String, ItemVersion> serving = new TreeMap<>();
    private final Map<String, ItemVersion> highest = new TreeMap<>();
    private ItemVersion taking;
    private Optional<ItemVersion> before = Optional.empty();

    Exchanges(String key, List<Way> ways, Ledger ledger, Failures failures) {
        this.key = key;
        this.ways = ways;
        this.ledger = ledger;
        this.failures = failures;
    }

    /** Brings the first version in. */
    Exchange first(ItemVersion version) {
        taking = version;
        return offer(0, ways.get(0), Kind.MINOR, version);
    }

    /** The exchange with that number, from 1. */
    Exchange exchange(int number) {
        Way way = ways.get((number - 1) % ways.size());
        Kind kind = TURNS.get((number - 1) % TURNS.size());
        return switch (kind) {
            case MINOR -> offer(number, way, kind, highestMinor().nextMinor());
            case OLD_MICRO ->
                earlierLine()
                        .map(line -> offer(number, way, kind, highest.get(line).nextMicro()))
                        .orElseGet(() -> micro(number, way));
            case ROLLBACK ->
                way.acts()
                        .flatMap(acts -> before.map(version -> rollback(number, way.name(), acts, version)))
                        .orElseGet(() -> micro(number, way));
            case BROKEN, DISHONEST -> refused(number, way, kind);
            case MICRO -> micro(number, way);
        };
    }

    /** Retires every line but the one that takes filings, where a way can. */
    void retireOthers() {
        ways.stream().flatMap(way -> way.acts().stream()).findFirst().ifPresent(acts -> {
            for (String line : List.copyOf(serving.keySet())) {
                if (!line.equals(taking.line())) {
                    retire(acts, line);
                }
            }
        });
    }

    /** Lines that were not retired. */
    int lines() {
        return serving.size();
    }

    private void retire(Acts acts, String line) {
        Way.Said said = acts.retire(key, line);
        if (said.done()) {
            serving.remove(line);
        } else {
            failures.add("exchange", "line " + line + " was not retired: " + said.text());
        }
    }

    private Exchange micro(int number, Way way) {
        return offer(number, way, Kind.MICRO, highest.get(taking.line()).nextMicro());
    }

    private Exchange offer(int number, Way way, Kind kind, ItemVersion version) {
        boolean takes = kind != Kind.OLD_MICRO;
        ledger.begin(version, takes);
        long began = System.nanoTime();
        Way.Said said = way.offer(BenchItem.of(key, version));
        if (said.done()) {
            ledger.settle(version, takes);
            highest.put(version.line(), version);
            serves(version, takes);
        } else {
            failures.add("exchange", kind + " " + version + " by " + way.name() + " was refused: " + said.text());
        }
        return done(number, way.name(), kind, version, began);
    }

    private Exchange rollback(int number, String way, Acts acts, ItemVersion version) {
        ledger.begin(version, true);
        long began = System.nanoTime();
        Way.Said said = acts.rollback(key, version);
        if (said.done()) {
            ledger.settle(version, true);
            serves(version, true);
            before = Optional.empty();
            // newer lines take nothing new any more, as if they had been retired
            serving.values().removeIf(newer -> newer.minor() > version.minor());
        } else {
            failures.add("exchange", "no way back to " + version + " by " + way + ": " + said.text());
        }
        return done(number, way, Kind.ROLLBACK, version, began);
    }

    private Exchange refused(int number, Way way, Kind kind) {
        ItemVersion version = highest.get(taking.line()).nextMicro();
        BenchItem good = BenchItem.of(key, version);
        BenchItem bad = kind == Kind.BROKEN ? good.broken() : good.dishonest();
        long began = System.nanoTime();
        Way.Said said = way.offer(bad);
        if (said.done()) {
            failures.add("exchange", kind + " " + version + " by " + way.name() + " came in: " + said.text());
        }
        return done(number, way.name(), kind, version, began);
    }

    private void serves(ItemVersion version, boolean takes) {
        serving.put(version.line(), version);
        if (takes) {
            before = Optional.of(taking).filter(old -> !old.equals(version));
            taking = version;
        }
    }

    private ItemVersion highestMinor() {
        return highest.values().stream().max(BY_MINOR).orElseThrow();
    }

    private Optional<String> earlierLine() {
        return serving.values().stream()
                .filter(version -> version.minor() < taking.minor())
                .max(BY_MINOR)
                .map(ItemVersion::line);
    }

    private static Exchange done(int number, String way, Kind kind, ItemVersion version, long began) {
        return new Exchange(number, way, kind, version, Duration.ofNanos(System.nanoTime() - began));
    }
}
