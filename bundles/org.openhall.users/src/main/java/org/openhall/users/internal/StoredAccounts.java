package org.openhall.users.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openhall.api.forms.Problem;
import org.openhall.api.storage.Transactions;
import org.openhall.api.users.Account;
import org.openhall.api.users.AccountKind;
import org.openhall.api.users.Accounts;
import org.openhall.api.users.Mandate;
import org.openhall.api.users.Party;
import org.openhall.api.users.Post;
import org.openhall.api.users.Registration;
import org.openhall.item.Applicant;
import org.openhall.storage.Database;
import org.openhall.users.internal.passwords.Argon2Passwords;
import org.openhall.users.internal.passwords.PasswordPolicy;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Accounts and parties in the database. Passwords are hashed outside the transactions, which stay short. */
@Component(
        service = {Accounts.class, StoredAccounts.class},
        configurationPid = "org.openhall.users")
public final class StoredAccounts implements Accounts {

    private static final int MOST_NAMES = 500;
    private static final int MOST_MANDATES = 100;

    private final Transactions transactions;
    private final AccountTable accounts;
    private final PartyTable parties;
    private final Clock clock;
    private final Argon2Passwords passwords;
    private final PasswordPolicy policy;
    private final PasswordChange change;
    private final Throttle throttle;

    @Activate
    public StoredAccounts(
            @Reference Transactions transactions,
            @Reference Database database,
            @Reference Clock clock,
            @Reference Argon2Passwords passwords,
            @Reference Throttle throttle,
            UsersSettings settings) {
        this(transactions, database, clock, passwords, throttle, settings.password_length());
    }

    StoredAccounts(
            Transactions transactions,
            Database database,
            Clock clock,
            Argon2Passwords passwords,
            Throttle throttle,
            int passwordLength) {
        this.transactions = transactions;
        this.accounts = new AccountTable(database);
        this.parties = new PartyTable(database);
        this.clock = clock;
        this.passwords = passwords;
        this.policy = new PasswordPolicy(passwordLength);
        this.throttle = throttle;
        this.change = new PasswordChange(transactions, database, passwords, policy, throttle);
    }

    @Override
    public Result register(Registration typed, String address) {
        Registration registration = RegistrationCheck.spelled(typed);
        List<Problem> problems = new RegistrationCheck(policy)
                .problems(registration, taken(registration.username()), LocalDate.now(clock));
        if (!problems.isEmpty()) {
            return new Refused(problems);
        }
        if (!address.isEmpty() && !throttle.mayRegister(address)) {
            return new Refused(List.of(new Problem("", "throttled", "Too many registered from this address.")));
        }
        var account = new Account(
                0,
                registration.username(),
                registration.kind(),
                registration.name(),
                registration.phone(),
                false,
                List.of());
        return store(account, registration.password(), registration.termsVersion(), Optional.of(party(registration)));
    }

    private static Party party(Registration registration) {
        return new Party(
                0,
                registration.kind() == AccountKind.PERSON ? Applicant.Kind.NATURAL : Applicant.Kind.LEGAL,
                registration.name(),
                registration.idType(),
                registration.idNumber(),
                registration.kind() == AccountKind.PERSON ? "" : registration.legalRepresentative(),
                registration.phone(),
                false);
    }

    @Override
    public Result employ(
            String username, AccountKind kind, String name, String password, boolean mustChange, List<Post> posts) {
        if (kind != AccountKind.OFFICIAL && kind != AccountKind.ADMINISTRATOR) {
            throw new IllegalArgumentException("Only officials and administrators are employed");
        }
        var account = new Account(0, Spelling.compact(username), kind, Spelling.text(name), "", mustChange, posts);
        var checks = new Checks();
        checks.username(account.username());
        if (taken(account.username())) {
            checks.add(taken());
        }
        checks.name("/name", account.name(), 200, true);
        policy.check("/password", password, account.username(), account.name()).ifPresent(checks::add);
        checks.posts(kind, posts);
        return checks.problems().isEmpty()
                ? store(account, password, "", Optional.empty())
                : new Refused(checks.problems());
    }

    private Result store(Account account, String password, String terms, Optional<Party> party) {
        String hash = passwords.hash(password);
        try {
            return transactions.run(() -> {
                Instant now = clock.instant();
                long id = accounts.insert(account, hash, terms, now);
                accounts.insertPosts(id, account.posts());
                party.ifPresent(p -> parties.mandate(id, parties.insert(p, now), Mandate.Kind.OWN, now));
                return new Done(accounts.find(id).orElseThrow());
            });
        } catch (AccountTable.UsernameTaken e) {
            // somebody was faster between the check and here
            return new Refused(List.of(taken()));
        }
    }

    private boolean taken(String username) {
        return transactions.glance(() -> accounts.exists(Spelling.usernameKey(username)));
    }

    private static Problem taken() {
        return new Problem("/username", "taken", "This username is taken. Choose another.");
    }

    @Override
    public Result changePassword(long account, String oldPassword, String newPassword, String token) {
        return change.change(account, oldPassword, newPassword, token);
    }

    @Override
    public Optional<Account> find(long id) {
        return transactions.glance(() -> accounts.find(id));
    }

    @Override
    public Map<Long, String> names(Set<Long> ids) {
        if (ids.size() > MOST_NAMES) {
            throw new IllegalArgumentException("At most " + MOST_NAMES + " names at once");
        }
        return ids.isEmpty() ? Map.of() : transactions.glance(() -> accounts.names(ids));
    }

    @Override
    public int passwordLength() {
        return policy.shortest();
    }

    @Override
    public List<Mandate> mandates(long account) {
        return transactions.glance(() -> parties.mandates(account, MOST_MANDATES));
    }

    @Override
    public Optional<Party> party(long id) {
        return transactions.glance(() -> parties.find(id));
    }

    @Override
    public boolean any() {
        return transactions.glance(accounts::any);
    }
}
