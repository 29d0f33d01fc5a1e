package org.openhall.portal.internal.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.openhall.api.forms.Problem;
import org.openhall.api.json.Json;
import org.openhall.api.users.Account;
import org.openhall.api.users.AccountKind;
import org.openhall.api.users.Accounts;
import org.openhall.api.users.IdType;
import org.openhall.api.users.Mandate;
import org.openhall.api.users.Registration;
import org.openhall.portal.internal.http.Refusal;
import org.openhall.portal.internal.http.Visit;
import org.openhall.portal.internal.view.Terms;

/** Registering, one's own account, one's password. */
@Path(Api.BASE)
@Produces(MediaType.APPLICATION_JSON)
public final class AccountsResource {

    private static final Map<String, AccountKind> KINDS =
            Map.of("person", AccountKind.PERSON, "organisation", AccountKind.ORGANISATION);
    private static final Map<String, IdType> ID_TYPES = Map.of(
            "resident_id", IdType.RESIDENT_ID,
            "credit_code", IdType.CREDIT_CODE,
            "passport", IdType.PASSPORT,
            "other", IdType.OTHER);

    private final Accounts accounts;
    private final Json json;
    private final Calls calls;

    AccountsResource(Accounts accounts, Json json, Calls calls) {
        this.accounts = accounts;
        this.json = json;
        this.calls = calls;
    }

    /** Somebody the account may act for. */
    public record PartyView(long id, String kind, String name, boolean verified, String mandate) {}

    /** One's own account. */
    public record Own(AccountView account, String phone, boolean mustChangePassword, List<PartyView> parties) {}

    @POST
    @Path("accounts")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response register(@Context Visit visit, InputStream body) {
        JsonBody sent = JsonBody.read(body, JsonBody.SMALL, json);
        Registration registration = registration(sent);
        calls.good(sent, visit);
        Account account = done(
                accounts.register(registration, visit.address()), sent.object().containsKey("creditCode"), visit);
        return Response.status(Response.Status.CREATED)
                .entity(AccountView.of(account))
                .build();
    }

    @GET
    @Path("account")
    public Own own(@Context Visit visit) {
        Account account = visit.signedIn();
        List<PartyView> parties = accounts.mandates(account.id()).stream()
                .map(AccountsResource::party)
                .toList();
        return new Own(AccountView.of(account), account.phone(), account.mustChangePassword(), parties);
    }

    @POST
    @Path("account/password")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response changePassword(@Context Visit visit, InputStream body) {
        Account account = visit.signedIn();
        JsonBody sent = JsonBody.read(body, JsonBody.SMALL, json);
        String old = sent.text("old");
        String next = sent.text("new");
        calls.good(sent, visit);
        done(accounts.changePassword(account.id(), old, next, visit.token().orElse("")), false, visit);
        return Response.noContent().build();
    }

    private static Registration registration(JsonBody sent) {
        AccountKind kind = KINDS.get(sent.text("kind"));
        if (kind == null && sent.object().get("kind") instanceof String) {
            sent.wrong("kind", "value");
        }
        boolean organisation = kind == AccountKind.ORGANISATION;
        Optional<String> idNumber = sent.optional("idNumber");
        Optional<String> creditCode = sent.optional("creditCode");
        IdType type = organisation ? IdType.CREDIT_CODE : IdType.RESIDENT_ID;
        Optional<String> named = sent.optional("idType");
        if (named.isPresent()) {
            type = ID_TYPES.getOrDefault(named.get(), type);
            if (!ID_TYPES.containsKey(named.get())) {
                sent.wrong("idType", "value");
            }
        }
        String username = sent.text("username");
        String password = sent.text("password");
        String name = sent.text("name");
        String phone = sent.text("phone");
        String representative = sent.optional("legalRepresentative").orElse("");
        // A program that registers somebody declares with the call that the terms were accepted.
        String terms = sent.optional("termsVersion").orElse(Terms.VERSION);
        return new Registration(
                kind == null ? AccountKind.PERSON : kind,
                username,
                password,
                name,
                type,
                organisation
                        ? creditCode.or(() -> idNumber).orElse("")
                        : idNumber.or(() -> creditCode).orElse(""),
                representative,
                phone,
                terms);
    }

    /** Problems name what was sent: an organisation's number may have come as its credit code. */
    private Account done(Accounts.Result result, boolean creditCode, Visit visit) {
        if (result instanceof Accounts.Done done) {
            return done.account();
        }
        List<Problem> problems = calls.translated(((Accounts.Refused) result).problems(), visit);
        throw new Refusal(
                422,
                "unprocessable",
                creditCode ? problems.stream().map(AccountsResource::asSent).toList() : problems);
    }

    private static Problem asSent(Problem problem) {
        return problem.pointer().equals("/idNumber")
                ? new Problem("/creditCode", problem.code(), problem.message())
                : problem;
    }

    private static PartyView party(Mandate mandate) {
        return new PartyView(
                mandate.party().id(),
                mandate.party().kind().name().toLowerCase(Locale.ROOT),
                mandate.party().name(),
                mandate.party().verified(),
                mandate.kind().name().toLowerCase(Locale.ROOT));
    }
}
