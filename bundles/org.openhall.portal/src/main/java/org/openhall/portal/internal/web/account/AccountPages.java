package org.openhall.portal.internal.web.account;

import java.util.List;
import org.openhall.portal.internal.http.Services;
import org.openhall.portal.internal.view.Pages;

/** The page resources of this area. */
public final class AccountPages {

    private AccountPages() {}

    /**
     * Makes them.
     *
     * @param services what they work with
     * @param pages draws them
     * @return plain objects with JAX-RS annotations
     */
    public static List<Object> resources(Services services, Pages pages) {
        return List.of(
                new SignInPage(services.sessions(), pages),
                new SignOut(services.sessions()),
                new RegisterPage(services.accounts(), services.sessions(), pages),
                new PasswordPage(services.accounts(), pages),
                new AccountPage(services.accounts(), services.directory(), pages));
    }
}
