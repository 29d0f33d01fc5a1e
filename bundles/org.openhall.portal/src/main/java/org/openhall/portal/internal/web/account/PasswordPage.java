package org.openhall.portal.internal.web.account;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.openhall.api.users.Account;
import org.openhall.api.users.Accounts;
import org.openhall.portal.internal.http.Local;
import org.openhall.portal.internal.http.PageGuard;
import org.openhall.portal.internal.http.Visit;
import org.openhall.portal.internal.view.Pages;
import org.openhall.portal.internal.view.Words;

/** {@code /account/password}: changes the password; who has a one-time password gets nowhere else. */
@Path(PageGuard.PASSWORD_PAGE)
public final class PasswordPage {

    private final Accounts accounts;
    private final Pages pages;

    PasswordPage(Accounts accounts, Pages pages) {
        this.accounts = accounts;
        this.pages = pages;
    }

    @GET
    public Response show(@Context Visit visit) {
        return page(visit, 200, visit.signedIn(), Complaints.none());
    }

    @POST
    public Response change(@Context Visit visit) {
        Account account = visit.signedIn();
        String wanted = visit.form().typed("new");
        Words words = pages.words(visit);
        Complaints complaints = Complaints.none();
        if (!wanted.isEmpty() && !wanted.equals(visit.form().typed("repeat"))) {
            return page(visit, 422, account, complaints.add("repeat", words.text("account.problem.repeat.differs")));
        }
        Accounts.Result result = accounts.changePassword(
                account.id(), visit.form().typed("old"), wanted, visit.token().orElse(""));
        if (result instanceof Accounts.Refused refused) {
            return page(visit, 422, account, complaints.with(pages.texts(), visit.language(), refused.problems()));
        }
        return Local.go(
                        account.mustChangePassword()
                                ? Way.after(((Accounts.Done) result).account(), "")
                                : "/account?changed=1")
                .build();
    }

    private Response page(Visit visit, int status, Account account, Complaints complaints) {
        Words words = pages.words(visit);
        List<Asked> questions = List.of(
                RegistrationForm.password(
                        "old",
                        words,
                        account.mustChangePassword() ? words.text("account.field.old.oneTime") : "",
                        complaints),
                RegistrationForm.password(
                        "new", words, words.text("account.field.password.hint", accounts.passwordLength()), complaints),
                RegistrationForm.password("repeat", words, "", complaints));
        return pages.show(
                        visit,
                        status,
                        "password",
                        Map.of(
                                "forced", account.mustChangePassword(),
                                "username", account.username(),
                                "questions", questions,
                                "mistakes", Asked.mistakes(questions)))
                .build();
    }
}
