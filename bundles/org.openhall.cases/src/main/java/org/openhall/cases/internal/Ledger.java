package org.openhall.cases.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openhall.api.cases.ClockReading;
import org.openhall.api.catalogue.Limit;
import org.openhall.cases.internal.ClockEntry.Kind;

/** All clocks of one case: its own and those of its tasks. Used by one thread. */
final class Ledger {

    private final List<ClockEntry> entries = new ArrayList<>();
    private final List<ClockEntry> added = new ArrayList<>();

    private Ledger() {}

    static Ledger empty() {
        return new Ledger();
    }

    /** Takes what is stored. */
    void add(ClockEntry entry) {
        entries.add(entry);
    }

    /** Begins a clock. */
    void begin(Optional<Long> task, Kind kind, Instant at, Limit limit) {
        write(new ClockEntry(task, kind, at, limit));
    }

    /** Does something to a clock that was begun; nothing happens when it was not. */
    void happens(Optional<Long> task, Kind kind, Instant at) {
        List<ClockEntry> of = of(task);
        if (!of.isEmpty()) {
            write(new ClockEntry(task, kind, at, of.get(of.size() - 1).limit()));
        }
    }

    /** What has to be stored. */
    List<ClockEntry> added() {
        return List.copyOf(added);
    }

    /** The clock of the case. */
    ClockReading ofCase(ClockReplay replay, Instant now) {
        return replay.read(of(Optional.empty()), now)
                .orElseThrow(() -> new IllegalStateException("A case without a clock"));
    }

    /** The clock of the case, had it had another limit. */
    Ledger limitedTo(Limit limit) {
        Ledger other = new Ledger();
        of(Optional.empty()).forEach(entry -> other.add(new ClockEntry(entry.task(), entry.kind(), entry.at(), limit)));
        return other;
    }

    /** The clock of a task when its step has a limit, else of the case. */
    ClockReading ofTask(long task, ClockReplay replay, Instant now) {
        return replay.read(of(Optional.of(task)), now).orElseGet(() -> ofCase(replay, now));
    }

    /** The clock of a task that begins now. */
    ClockReading ofNewTask(Optional<Limit> limit, ClockReplay replay, Instant now) {
        return limit.flatMap(own -> replay.read(List.of(new ClockEntry(Optional.empty(), Kind.START, now, own)), now))
                .orElseGet(() -> ofCase(replay, now));
    }

    private void write(ClockEntry entry) {
        entries.add(entry);
        added.add(entry);
    }

    private List<ClockEntry> of(Optional<Long> task) {
        return entries.stream().filter(entry -> entry.task().equals(task)).toList();
    }
}
