package org.openhall.cases.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openhall.api.cases.CaseFile.Event;
import org.openhall.api.cases.CaseFile.Task;
import org.openhall.api.cases.Cases.Asked;
import org.openhall.api.cases.Cases.Progress;
import org.openhall.api.cases.Cases.TooMany;
import org.openhall.api.cases.Cases.Unknown;
import org.openhall.api.storage.Transactions;

/** Tells whoever has number and code how far a case is, without personal data; wrong tries are counted by address. */
final class ProgressDesk {

    private static final int LONGEST_ADDRESS = 64;
    // Clocks of nodes differ by less.
    private static final Duration SLACK = Duration.ofMinutes(1);
    // Compared with when there is no such case, so that the answer takes as long.
    private static final String NO_CODE = "0000-0000-0000";

    private final Transactions transactions;
    private final CaseTables tables;
    private final FailureTable failures;
    private final HallCalendar calendar;
    private final Clock clock;
    private final Waits waits;
    private final Throttle throttle;

    ProgressDesk(
            Transactions transactions,
            CaseTables tables,
            FailureTable failures,
            HallCalendar calendar,
            Clock clock,
            Waits waits,
            Throttle throttle) {
        this.transactions = transactions;
        this.tables = tables;
        this.failures = failures;
        this.calendar = calendar;
        this.clock = clock;
        this.waits = waits;
        this.throttle = throttle;
    }

    Asked ask(String number, String code, String claimedAddress) {
        String address = claimedAddress.substring(0, Math.min(claimedAddress.length(), LONGEST_ADDRESS));
        Instant now = clock.instant();
        Asked answer = transactions.read(() -> answer(number, code, address, now));
        if (answer instanceof Unknown) {
            transactions.run(() -> failures.add(address, now, now.minus(throttle.window())));
        }
        return answer;
    }

    private Asked answer(String number, String code, String address, Instant now) {
        List<Instant> wrong = failures.last(address, now.minus(throttle.window()), now.plus(SLACK), throttle.tries());
        if (wrong.size() >= throttle.tries()) {
            return new TooMany(wrong.get(wrong.size() - 1).plus(throttle.window()));
        }
        Optional<CaseRow> found = tables.cases().byNumber(number.strip());
        boolean right = QueryCodes.same(found.map(CaseRow::queryCode).orElse(NO_CODE), code);
        return found.isPresent() && right ? progress(found.get(), now) : new Unknown();
    }

    private Progress progress(CaseRow row, Instant now) {
        List<Recorded> recorded = tables.events().ofCase(row.id());
        List<Task> tasks = tables.tasks().ofCase(row.id());
        List<Event> events = recorded.stream()
                .filter(event ->
                        event.is("filed") || event.is("opened") || event.is("acted") || event.is(Steps.REMOVED))
                .map(event -> anonymous(event.event()))
                .toList();
        List<String> steps = tasks.stream().map(Task::step).distinct().toList();
        return new Progress(
                row.head().masked(),
                events,
                steps,
                row.clock().read(calendar.replay(), now),
                waits.waiting(row, tasks, recorded));
    }

    private static Event anonymous(Event event) {
        return new Event(
                event.at(), event.kind(), event.step(), event.outcome(), "", event.post(), "", event.version());
    }
}
