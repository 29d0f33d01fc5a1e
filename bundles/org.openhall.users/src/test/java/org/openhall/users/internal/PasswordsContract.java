package org.openhall.users.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openhall.api.users.Account;
import org.openhall.api.users.AccountKind;
import org.openhall.api.users.Accounts;
import org.openhall.api.users.Sessions;

/** What is kept of passwords and what changing one does, on each database alike. */
abstract class PasswordsContract extends UsersContract {

    @Test
    void aPasswordIsNeverStoredAsTyped() {
        users.registered(TestUsers.person("LiLei"));

        String stored = one("select password from account");
        assertThat(stored).startsWith("$argon2id$v=19$m=").doesNotContain(TestUsers.PASSWORD);
    }

    @Test
    void aChangedPasswordEndsTheOtherSessions() {
        Account account = users.registered(TestUsers.person("LiLei"));
        String here = users.signedIn("LiLei", TestUsers.PASSWORD).token();
        String there = users.signedIn("LiLei", TestUsers.PASSWORD).token();

        Accounts.Result result =
                users.accounts.changePassword(account.id(), TestUsers.PASSWORD, "eight red kettles", here);

        assertThat(result).isInstanceOf(Accounts.Done.class);
        assertThat(users.sessions.find(here)).isPresent();
        assertThat(users.sessions.find(there)).isEmpty();
        assertThat(users.sessions.signIn("LiLei", TestUsers.PASSWORD, "a")).isInstanceOf(Sessions.Wrong.class);
        users.signedIn("LiLei", "eight red kettles");
    }

    @Test
    void aPasswordForOnceIsNotKept() {
        var result = (Accounts.Done)
                users.accounts.employ("wang", AccountKind.OFFICIAL, "王科", "only-once-x7Kq", true, List.of());
        long id = result.account().id();

        assertThat(changeCodes(id, "only-once-x7Kq", "only-once-x7Kq")).containsExactly("/new same");
        assertThat(changeCodes(id, "only-once-x7Kq", "short")).containsExactly("/new weak-short");
        assertThat(changeCodes(id, "something else", "eight red kettles")).containsExactly("/old wrong");
        assertThat(users.accounts.find(id).orElseThrow().mustChangePassword()).isTrue();

        assertThat(changeCodes(id, "only-once-x7Kq", "eight red kettles")).isEmpty();
        assertThat(users.accounts.find(id).orElseThrow().mustChangePassword()).isFalse();
    }

    @Test
    void whoGuessesTheOldPasswordMustWait() {
        long id = users.registered(TestUsers.person("LiLei")).id();
        for (int i = 0; i < 5; i++) {
            assertThat(changeCodes(id, "guess " + i, "eight red kettles")).containsExactly("/old wrong");
        }

        assertThat(changeCodes(id, TestUsers.PASSWORD, "eight red kettles")).containsExactly("/old throttled");
    }

    private List<String> changeCodes(long account, String old, String to) {
        return codes(users.accounts.changePassword(account, old, to, ""));
    }
}
