package org.openhall.users.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openhall.api.metrics.Measure;
import org.openhall.api.metrics.Measured;
import org.openhall.api.metrics.Tally;
import org.openhall.api.storage.Transactions;
import org.openhall.api.users.Account;
import org.openhall.api.users.Sessions;
import org.openhall.storage.Database;
import org.openhall.users.internal.AccountTable.Credential;
import org.openhall.users.internal.passwords.Argon2Passwords;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sessions in the database, found by the hash of their token. */
@Component(
        service = {Sessions.class, StoredSessions.class, Measured.class},
        configurationPid = "org.openhall.users")
public final class StoredSessions implements Sessions, Measured {

    private static final Duration SEEN = Duration.ofMinutes(1);

    private final Transactions transactions;
    private final AccountTable accounts;
    private final SessionTable sessions;
    private final Clock clock;
    private final Argon2Passwords passwords;
    private final Throttle throttle;
    private final Duration idle;
    private final Duration longest;
    private final Tally signIns = new Tally("hall_sign_ins", "Tries to sign in.", "result");

    @Activate
    public StoredSessions(
            @Reference Transactions transactions,
            @Reference Database database,
            @Reference Clock clock,
            @Reference Argon2Passwords passwords,
            @Reference Throttle throttle,
            UsersSettings settings) {
        this(
                transactions,
                database,
                clock,
                passwords,
                throttle,
                Duration.ofMinutes(settings.session_idle()),
                Duration.ofMinutes(settings.session_longest()));
    }

    StoredSessions(
            Transactions transactions,
            Database database,
            Clock clock,
            Argon2Passwords passwords,
            Throttle throttle,
            Duration idle,
            Duration longest) {
        this.transactions = transactions;
        this.accounts = new AccountTable(database);
        this.sessions = new SessionTable(database);
        this.clock = clock;
        this.passwords = passwords;
        this.throttle = throttle;
        this.idle = idle;
        this.longest = longest;
    }

    @Override
    public SignIn signIn(String username, String password, String address) {
        SignIn result = attempt(username, password, address);
        signIns.count(result instanceof SignedIn ? "signed-in" : result instanceof Throttled ? "throttled" : "wrong");
        return result;
    }

    @Override
    public List<Measure> measures() {
        return List.of(signIns.measure());
    }

    private SignIn attempt(String username, String password, String address) {
        String key = Spelling.usernameKey(username);
        Throttle.Answer answer = throttle.ask(key, address);
        if (answer.attempt().isEmpty()) {
            return new Throttled(answer.until());
        }
        Optional<Credential> known = transactions.glance(() -> accounts.credential(key));
        if (known.isEmpty()) {
            passwords.matchNobody(password);
            return new Wrong();
        }
        if (!passwords.matches(password, known.get().hash())) {
            return new Wrong();
        }
        SignIn result = open(known.get(), password);
        if (result instanceof SignedIn) {
            throttle.succeeded(answer.attempt().get());
        }
        return result;
    }

    private SignIn open(Credential known, String password) {
        String token = Tokens.random();
        String csrf = Tokens.random();
        Optional<String> stronger =
                passwords.outdated(known.hash()) ? Optional.of(passwords.hash(password)) : Optional.empty();
        return transactions.run(() -> {
            Instant now = clock.instant();
            if (!sessions.insert(Tokens.hash(token), known, csrf, now)) {
                // the password was changed while it was checked
                return new Wrong();
            }
            stronger.ifPresent(hash -> accounts.rehash(known, hash));
            Account account = accounts.find(known.account()).orElseThrow();
            return new SignedIn(token, new Session(account, csrf, expires(now, now)));
        });
    }

    @Override
    public Optional<Session> find(String token) {
        if (!Tokens.shaped(token)) {
            return Optional.empty();
        }
        String hash = Tokens.hash(token);
        Instant now = clock.instant();
        Optional<SessionTable.Row> row = transactions
                .glance(() -> sessions.find(hash))
                .filter(r -> expires(r.created(), r.lastSeen()).isAfter(now));
        boolean write = row.isPresent() && row.get().lastSeen().isBefore(now.minus(SEEN));
        if (write) {
            transactions.run(() -> sessions.seen(hash, now));
        }
        return row.map(r -> new Session(r.account(), r.csrf(), expires(r.created(), write ? now : r.lastSeen())));
    }

    private Instant expires(Instant created, Instant lastSeen) {
        Instant unused = lastSeen.plus(idle);
        Instant old = created.plus(longest);
        return unused.isBefore(old) ? unused : old;
    }

    @Override
    public void signOut(String token) {
        transactions.run(() -> sessions.delete(Tokens.hash(token)));
    }

    /** Deletes the rows of sessions that have ended. */
    void forgetEnded() {
        Instant now = clock.instant();
        InSlices.delete(some -> transactions.run(() -> sessions.deleteUnused(now.minus(idle), some)));
        InSlices.delete(some -> transactions.run(() -> sessions.deleteOpenedBefore(now.minus(longest), some)));
    }
}
