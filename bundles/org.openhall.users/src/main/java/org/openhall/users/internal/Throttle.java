package org.openhall.users.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.openhall.api.storage.Transactions;
import org.openhall.storage.Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Makes guessing slow. An attempt is written down before the password is looked at, so that many at once count too, and struck out when it
 * succeeds. Counted are: a username from one address, a username from everywhere (looser, so that a stranger cannot lock somebody out
 * cheaply), and an address.
 */
@Component(service = Throttle.class, configurationPid = "org.openhall.users")
public final class Throttle {

    private static final Duration REMEMBERED = Duration.ofHours(1);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(15);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    /** Clocks of nodes differ by less. */
    private static final Duration SLACK = Duration.ofMinutes(1);
    /** From everywhere a username bears this many times what it bears from one address. */
    private static final int EVERYWHERE = 4;

    /** An attempt that may be made. */
    record Attempt(List<String> subjects, Instant at) {}

    private final Transactions transactions;
    private final SignInFailureTable failures;
    private final Clock clock;
    private final int perUsername;
    private final int perAddress;
    private final int registrations;
    private final List<Object> locks =
            IntStream.range(0, 64).mapToObj(i -> new Object()).toList();

    @Activate
    public Throttle(
            @Reference Transactions transactions,
            @Reference Database database,
            @Reference Clock clock,
            UsersSettings settings) {
        this(
                transactions,
                database,
                clock,
                settings.guesses_username(),
                settings.guesses_address(),
                settings.registrations_address());
    }

    Throttle(
            Transactions transactions,
            Database database,
            Clock clock,
            int perUsername,
            int perAddress,
            int registrations) {
        this.transactions = transactions;
        this.failures = new SignInFailureTable(database);
        this.clock = clock;
        this.perUsername = perUsername;
        this.perAddress = perAddress;
        this.registrations = registrations;
    }

    /** Either an attempt, or when the next one may be made. */
    record Answer(Optional<Attempt> attempt, Instant until) {}

    /** Asks for an attempt. Nobody's name or address is stored, only their hashes. */
    Answer ask(String usernameKey, String address) {
        List<String> subjects = List.of(
                "both " + Tokens.hash(usernameKey + "\n" + address),
                "name " + Tokens.hash(usernameKey),
                "from " + Tokens.hash(address));
        // those who guess one name come one after the other, so that each sees the attempts before it
        synchronized (locks.get(Math.floorMod(usernameKey.hashCode(), locks.size()))) {
            return transactions.run(() -> answer(subjects));
        }
    }

    /** Whether one more may register from an address within this hour; counts it when he may. */
    boolean mayRegister(String address) {
        String subject = "new " + Tokens.hash(address);
        return transactions.run(() -> {
            Instant now = clock.instant();
            SignInFailureTable.Count count = failures.since(List.of(subject), now.minus(REMEMBERED), now.plus(SLACK))
                    .get(subject);
            if (count != null && count.attempts() >= registrations) {
                return false;
            }
            failures.insert(List.of(subject), now);
            return true;
        });
    }

    private Answer answer(List<String> subjects) {
        Instant now = clock.instant();
        Map<String, SignInFailureTable.Count> counts = failures.since(subjects, now.minus(REMEMBERED), now.plus(SLACK));
        int[] limits = {perUsername, perUsername * EVERYWHERE, perAddress};
        Instant until = IntStream.range(0, limits.length)
                .filter(i -> counts.containsKey(subjects.get(i)))
                .mapToObj(i -> waitUntil(counts.get(subjects.get(i)), limits[i]))
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
        if (until.isAfter(now)) {
            return new Answer(Optional.empty(), until);
        }
        failures.insert(subjects, now);
        return new Answer(Optional.of(new Attempt(subjects, now)), now);
    }

    /** 15, 30, 60 … seconds after the last attempt. */
    private static Instant waitUntil(SignInFailureTable.Count count, int free) {
        if (count.attempts() < free) {
            return Instant.MIN;
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(count.attempts() - free, 10));
        return count.last().plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
    }

    /** Strikes out an attempt that succeeded: all of the name, but of the address only this one. */
    void succeeded(Attempt attempt) {
        transactions.run(() -> {
            failures.delete(attempt.subjects().get(0));
            failures.delete(attempt.subjects().get(1));
            failures.delete(attempt.subjects().get(2), attempt.at());
        });
    }

    /** Forgets what does not count any more. */
    void forgetOld() {
        Instant before = clock.instant().minus(REMEMBERED);
        InSlices.delete(some -> transactions.run(() -> failures.deleteBefore(before, some)));
    }
}
