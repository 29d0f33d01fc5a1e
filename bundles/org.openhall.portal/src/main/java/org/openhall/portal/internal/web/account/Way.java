package org.openhall.portal.internal.web.account;

import org.openhall.api.users.Account;
import org.openhall.api.users.AccountKind;
import org.openhall.portal.internal.http.Local;
import org.openhall.portal.internal.http.PageGuard;

/** Where somebody goes who has just signed in. */
final class Way {

    private static final String DESK = "/desk";
    private static final String ADMINISTRATION = "/admin";

    private Way() {}

    /**
     * The address.
     *
     * @param account who signed in
     * @param back where he wanted to go, as it came with the request; may be empty
     * @return a local address
     */
    static String after(Account account, String back) {
        if (account.mustChangePassword()) {
            return PageGuard.PASSWORD_PAGE;
        }
        String wanted = back.isEmpty() ? "/" : Local.path(back);
        if (account.official()) {
            return wanted.equals(DESK) || wanted.startsWith(DESK + "/") || wanted.startsWith(DESK + "?")
                    ? wanted
                    : DESK;
        }
        if (account.kind() == AccountKind.ADMINISTRATOR) {
            return wanted.startsWith(ADMINISTRATION + "/") ? wanted : ADMINISTRATION + "/items";
        }
        boolean nowhere = wanted.equals("/") || wanted.startsWith("/sign-in") || wanted.startsWith("/register");
        return nowhere ? "/my/cases" : wanted;
    }
}
