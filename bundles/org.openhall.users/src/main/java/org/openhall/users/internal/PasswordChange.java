package org.openhall.users.internal;

import java.util.List;
import java.util.Optional;
import org.openhall.api.forms.Problem;
import org.openhall.api.storage.Transactions;
import org.openhall.api.users.Accounts.Done;
import org.openhall.api.users.Accounts.Refused;
import org.openhall.api.users.Accounts.Result;
import org.openhall.storage.Database;
import org.openhall.users.internal.AccountTable.Credential;
import org.openhall.users.internal.passwords.Argon2Passwords;
import org.openhall.users.internal.passwords.PasswordPolicy;

/** Changes a password and ends the other sessions. Guessing the old one is as slow as signing in. */
final class PasswordChange {

    private final Transactions transactions;
    private final AccountTable accounts;
    private final SessionTable sessions;
    private final Argon2Passwords passwords;
    private final PasswordPolicy policy;
    private final Throttle throttle;

    PasswordChange(
            Transactions transactions,
            Database database,
            Argon2Passwords passwords,
            PasswordPolicy policy,
            Throttle throttle) {
        this.transactions = transactions;
        this.accounts = new AccountTable(database);
        this.sessions = new SessionTable(database);
        this.passwords = passwords;
        this.policy = policy;
        this.throttle = throttle;
    }

    Result change(long account, String oldPassword, String newPassword, String token) {
        Credential known = transactions
                .read(() -> accounts.credential(account))
                .orElseThrow(() -> new IllegalArgumentException("There is no account " + account));
        Throttle.Answer answer = throttle.ask(known.usernameKey(), "change of password " + account);
        if (answer.attempt().isEmpty()) {
            return refused("/old", "throttled", "Too many wrong attempts. Try again later.");
        }
        if (!passwords.matches(oldPassword, known.hash())) {
            return refused("/old", "wrong", "This is not the present password.");
        }
        throttle.succeeded(answer.attempt().get());
        if (newPassword.equals(oldPassword)) {
            return refused("/new", "same", "Choose another password than the present one.");
        }
        Optional<Problem> weak = policy.check("/new", newPassword, known.usernameKey());
        return weak.isPresent() ? new Refused(List.of(weak.get())) : store(known, newPassword, token);
    }

    private Result store(Credential known, String newPassword, String token) {
        String hash = passwords.hash(newPassword);
        return transactions.run(() -> {
            if (!accounts.changePassword(known, hash, false)) {
                // it was changed in another window since it was checked
                return refused("/old", "wrong", "This is not the present password.");
            }
            sessions.deleteOthers(known.account(), Tokens.hash(token));
            return new Done(accounts.find(known.account()).orElseThrow());
        });
    }

    private static Refused refused(String pointer, String code, String message) {
        return new Refused(List.of(new Problem(pointer, code, message)));
    }
}
