package org.openhall.users.internal;

import java.io.PrintStream;
import java.util.List;
import org.openhall.api.users.AccountKind;
import org.openhall.api.users.Accounts;
import org.openhall.api.users.Post;

/** Lets the first person into an empty hall: makes one administrator and shows its one-time password once. */
final class FirstAdministrator {

    private static final String USERNAME = "admin";

    private final StoredAccounts accounts;
    private final PrintStream console;

    FirstAdministrator(StoredAccounts accounts, PrintStream console) {
        this.accounts = accounts;
        this.console = console;
    }

    /** Does nothing when anybody has an account. */
    void letIn() {
        if (accounts.any()) {
            return;
        }
        String password = Tokens.oneTimePassword();
        Accounts.Result result = accounts.employ(
                USERNAME, AccountKind.ADMINISTRATOR, "Administrator", password, true, List.of(Post.ofHall()));
        if (result instanceof Accounts.Done) {
            // to the console only: a log is kept and read by others
            console.println();
            console.println(
                    "  The hall is empty. Sign in as \"" + USERNAME + "\" with the one-time password  " + password);
            console.println("  It is shown only now and must be changed at the first sign-in.");
            console.println();
            console.flush();
        }
    }
}
