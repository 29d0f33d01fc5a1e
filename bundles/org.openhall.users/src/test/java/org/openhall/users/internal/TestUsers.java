package org.openhall.users.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.openhall.api.users.Account;
import org.openhall.api.users.AccountKind;
import org.openhall.api.users.Accounts;
import org.openhall.api.users.IdType;
import org.openhall.api.users.Registration;
import org.openhall.api.users.Sessions;
import org.openhall.storage.testing.TestStorage;
import org.openhall.users.internal.passwords.Argon2Passwords;

/** The people of a hall on a database of their own, with cheap hashing. */
final class TestUsers implements AutoCloseable {

    static final String PASSWORD = "seven green bottles";
    static final String ADDRESS = "192.0.2.7";

    final TestStorage storage;
    final Throttle throttle;
    final Argon2Passwords passwords = new Argon2Passwords(64, 1, 4);
    final StoredAccounts accounts;
    final StoredSessions sessions;

    private TestUsers(TestStorage storage) {
        this.storage = storage;
        throttle = new Throttle(storage.transactions(), storage.database(), storage.clock(), 5, 50, 20);
        accounts = new StoredAccounts(
                storage.transactions(), storage.database(), storage.clock(), passwords, throttle, 10);
        sessions = sessions(passwords);
    }

    static TestUsers onH2() {
        return new TestUsers(TestStorage.onH2());
    }

    static TestUsers onPostgres() {
        return new TestUsers(TestStorage.onPostgres());
    }

    StoredSessions sessions(Argon2Passwords with) {
        return new StoredSessions(
                storage.transactions(),
                storage.database(),
                storage.clock(),
                with,
                throttle,
                Duration.ofHours(2),
                Duration.ofHours(8));
    }

    static Registration person(String username) {
        return new Registration(
                AccountKind.PERSON,
                username,
                PASSWORD,
                "李雷",
                IdType.RESIDENT_ID,
                "11010519491231002X",
                "",
                "13800138000",
                "2026-11");
    }

    static Registration organisation(String username) {
        return new Registration(
                AccountKind.ORGANISATION,
                username,
                PASSWORD,
                "示例广告有限公司",
                IdType.CREDIT_CODE,
                "91350100M000100Y43",
                "韩梅梅",
                "0591-87654321",
                "2026-11");
    }

    Account registered(Registration registration) {
        Accounts.Result result = accounts.register(registration, "");
        assertThat(result).isInstanceOf(Accounts.Done.class);
        return ((Accounts.Done) result).account();
    }

    Sessions.SignedIn signedIn(String username, String password) {
        Sessions.SignIn result = sessions.signIn(username, password, ADDRESS);
        assertThat(result).isInstanceOf(Sessions.SignedIn.class);
        return (Sessions.SignedIn) result;
    }

    @Override
    public void close() {
        storage.close();
    }
}
