package org.openhall.portal.internal.web.account;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.openhall.api.users.Account;
import org.openhall.api.users.AccountKind;
import org.openhall.api.users.Accounts;
import org.openhall.api.users.Registration;
import org.openhall.api.users.Sessions;
import org.openhall.portal.internal.http.Cookies;
import org.openhall.portal.internal.http.Local;
import org.openhall.portal.internal.http.PostedForm;
import org.openhall.portal.internal.http.Visit;
import org.openhall.portal.internal.view.Pages;
import org.openhall.portal.internal.view.Words;

/** {@code /register}: first which kind, then the questions. */
@Path("/register")
public final class RegisterPage {

    private final Accounts accounts;
    private final Sessions sessions;
    private final Pages pages;

    RegisterPage(Accounts accounts, Sessions sessions, Pages pages) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.pages = pages;
    }

    @GET
    public Response choose(@Context Visit visit, @QueryParam("back") @DefaultValue("") String back) {
        return visit.account()
                .map(account -> Local.go(Way.after(account, back)).build())
                .orElseGet(() -> pages.show(visit, "register", Map.of("nav", "register", "back", local(back))));
    }

    @GET
    @Path("{kind: person|organisation}")
    public Response ask(
            @Context Visit visit, @PathParam("kind") String kind, @QueryParam("back") @DefaultValue("") String back) {
        return visit.account()
                .map(account -> Local.go(Way.after(account, back)).build())
                .orElseGet(() -> page(
                        visit,
                        200,
                        kind,
                        back,
                        new RegistrationForm(kind(kind), PostedForm.empty()),
                        Complaints.none()));
    }

    @POST
    @Path("{kind: person|organisation}")
    public Response register(@Context Visit visit, @PathParam("kind") String kind) {
        String back = visit.form().text("back");
        var form = new RegistrationForm(kind(kind), visit.form());
        Words words = pages.words(visit);
        Complaints complaints = Complaints.none();
        Registration registration = form.registration();
        Accounts.Result result = accounts.register(registration, visit.address());
        if (result instanceof Accounts.Refused refused) {
            // A password that was mistyped once counts as none: nothing is stored, and all else that is wrong is said
            // at once.
            complaints.with(
                    pages.texts(),
                    visit.language(),
                    refused.problems().stream()
                            .filter(problem ->
                                    !form.differ() || !problem.pointer().equals("/password"))
                            .toList());
            if (form.differ()) {
                complaints.add("repeat", words.text("account.problem.repeat.differs"));
            }
            return page(visit, 422, kind, back, form, complaints);
        }
        return signedIn(visit, registration, ((Accounts.Done) result).account(), back);
    }

    private Response signedIn(Visit visit, Registration registration, Account account, String back) {
        Sessions.SignIn signIn = sessions.signIn(account.username(), registration.password(), visit.address());
        if (signIn instanceof Sessions.SignedIn signedIn) {
            return Local.go(Way.after(account, back))
                    .cookie(Cookies.session(visit, signedIn.token()))
                    .build();
        }
        // Too many others try from this address just now: the account is there, the visitor signs in later.
        return Local.go("/sign-in").build();
    }

    private Response page(
            Visit visit, int status, String kind, String back, RegistrationForm form, Complaints complaints) {
        List<Asked> questions = form.questions(pages.words(visit), complaints, accounts.passwordLength());
        List<String> asked = questions.stream().map(Asked::name).toList();
        return pages.show(
                        visit,
                        status,
                        "register-form",
                        Map.of(
                                "nav",
                                "register",
                                "kind",
                                kind,
                                "back",
                                local(back),
                                "terms",
                                RegistrationForm.TERMS,
                                "questions",
                                questions,
                                "mistakes",
                                Asked.mistakes(questions),
                                "elsewhere",
                                complaints.beside(asked)))
                .build();
    }

    private static AccountKind kind(String kind) {
        return kind.equals("person") ? AccountKind.PERSON : AccountKind.ORGANISATION;
    }

    private static String local(String back) {
        return back.isEmpty() ? "" : Local.path(back);
    }
}
