package org.openhall.portal.internal.web.account;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openhall.api.cases.Masking;
import org.openhall.api.users.Account;
import org.openhall.api.users.AccountKind;
import org.openhall.api.users.Accounts;
import org.openhall.api.users.Directory;
import org.openhall.api.users.Mandate;
import org.openhall.api.users.Party;
import org.openhall.api.users.Post;
import org.openhall.portal.internal.http.Visit;
import org.openhall.portal.internal.view.Pages;
import org.openhall.portal.internal.view.Words;

/** {@code /account}: who is signed in, and for whom he may act. */
@Path("/account")
public final class AccountPage {

    private final Accounts accounts;
    private final Directory directory;
    private final Pages pages;

    AccountPage(Accounts accounts, Directory directory, Pages pages) {
        this.accounts = accounts;
        this.directory = directory;
        this.pages = pages;
    }

    /** Question and answer. */
    public record Row(String term, String text, boolean verified) {}

    /** A party the account may act for. */
    public record Principal(String name, String ground, List<Row> rows) {}

    @GET
    public Response show(@Context Visit visit, @QueryParam("changed") @DefaultValue("") String changed) {
        Account account = visit.signedIn();
        Words words = pages.words(visit);
        List<Row> rows = new ArrayList<>();
        rows.add(row(words, "username", account.username()));
        rows.add(row(words, "name", account.name()));
        rows.add(row(words, "kind", words.text("account.kind." + account.kind().name())));
        if (!account.phone().isEmpty()) {
            rows.add(row(words, "phone", Masking.number(account.phone())));
        }
        account.posts().forEach(post -> rows.add(row(words, "post", post(post, words))));
        List<Principal> principals = accounts.mandates(account.id()).stream()
                .map(mandate -> principal(mandate, words))
                .toList();
        return pages.show(
                visit,
                "account",
                Map.of(
                        "nav",
                        "account",
                        "changed",
                        !changed.isEmpty(),
                        "rows",
                        rows,
                        "staff",
                        account.official() || account.kind() == AccountKind.ADMINISTRATOR,
                        "principals",
                        principals));
    }

    private String post(Post post, Words words) {
        if (post.department().isEmpty()) {
            return words.text("word.post." + post.post());
        }
        String department = directory
                .department(post.department())
                .map(Directory.Department::name)
                .orElse(post.department());
        return words.text("account.postOf", words.text("word.post." + post.post()), department);
    }

    private static Principal principal(Mandate mandate, Words words) {
        Party party = mandate.party();
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(
                words.text("account.idType." + party.idType().name()),
                Masking.number(party.idNumber()),
                party.verified()));
        if (!party.legalRepresentative().isEmpty()) {
            rows.add(row(words, "legalRepresentative", party.legalRepresentative()));
        }
        if (!party.phone().isEmpty()) {
            rows.add(row(words, "phone", Masking.number(party.phone())));
        }
        return new Principal(
                party.name(), words.text("account.mandate." + mandate.kind().name()), rows);
    }

    private static Row row(Words words, String term, String text) {
        return new Row(words.text("account.row." + term), text, false);
    }
}
