package org.openhall.portal.internal.web.account;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Map;
import org.openhall.api.users.Account;
import org.openhall.api.users.Sessions;
import org.openhall.portal.internal.http.Cookies;
import org.openhall.portal.internal.http.Local;
import org.openhall.portal.internal.http.Visit;
import org.openhall.portal.internal.view.Pages;
import org.openhall.portal.internal.view.Words;

/** {@code /sign-in}. */
@Path("/sign-in")
public final class SignInPage {

    private final Sessions sessions;
    private final Pages pages;

    SignInPage(Sessions sessions, Pages pages) {
        this.sessions = sessions;
        this.pages = pages;
    }

    @GET
    public Response show(@Context Visit visit, @QueryParam("back") @DefaultValue("") String back) {
        return visit.account()
                .map(account -> Local.go(Way.after(account, back)).build())
                .orElseGet(() -> page(visit, 200, back, "", "").build());
    }

    @POST
    public Response signIn(@Context Visit visit) {
        String username = visit.form().text("username");
        String back = visit.form().text("back");
        Words words = pages.words(visit);
        if (username.isEmpty() || visit.form().typed("password").isEmpty()) {
            return page(visit, 422, back, username, words.text("account.signIn.incomplete"))
                    .build();
        }
        Sessions.SignIn result = sessions.signIn(username, visit.form().typed("password"), visit.address());
        if (result instanceof Sessions.SignedIn signedIn) {
            // A session that was still open in this browser ends with its token.
            visit.token().ifPresent(sessions::signOut);
            Account account = signedIn.session().account();
            return Local.go(Way.after(account, back))
                    .cookie(Cookies.session(visit, signedIn.token()))
                    .build();
        }
        if (result instanceof Sessions.Throttled throttled) {
            return page(visit, 429, back, username, tooMany(words, throttled.until()))
                    .build();
        }
        return page(visit, 422, back, username, words.text("account.signIn.wrong"))
                .build();
    }

    /** The minute from which on it works again. */
    private static String tooMany(Words words, Instant until) {
        return words.text("account.signIn.throttled", words.time(until.plusSeconds(59)));
    }

    /** The name stays as typed, the password never comes back. */
    private Response.ResponseBuilder page(Visit visit, int status, String back, String username, String error) {
        String wanted = back.isEmpty() ? "" : Local.path(back);
        return pages.show(
                visit,
                status,
                "sign-in",
                Map.of("nav", "sign-in", "back", wanted, "username", username, "error", error));
    }
}
