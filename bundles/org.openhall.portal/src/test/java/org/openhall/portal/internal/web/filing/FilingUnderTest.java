package org.openhall.portal.internal.web.filing;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.openhall.api.users.Account;
import org.openhall.api.users.AccountKind;
import org.openhall.api.users.Accounts;
import org.openhall.api.users.IdType;
import org.openhall.api.users.Mandate;
import org.openhall.api.users.Party;
import org.openhall.item.Applicant;
import org.openhall.portal.internal.PortalUnderTest;

/** One draft of somebody who is signed in, and its pages. */
abstract class FilingUnderTest {

    static final String ANNA = "hall-session=anna";
    static final String CSRF = "csrf=csrf-of-anna";

    final SmallDesk desk = new SmallDesk();
    final SmallItem.Shelf shelf = new SmallItem.Shelf();

    List<Mandate> mandates = List.of(mandate(1, "张三丰", Mandate.Kind.OWN));

    final PortalUnderTest portal = new PortalUnderTest(desk.hall(shelf)
            .with(Accounts.class, new Object() {
                @SuppressWarnings("unused")
                public List<Mandate> mandates(long account) {
                    return mandates;
                }
            })
            .signedIn(new Account(8, "bert", AccountKind.PERSON, "李四", "", false, List.of()))
            .services());

    @AfterEach
    void stop() {
        portal.close();
    }

    static Mandate mandate(long party, String name, Mandate.Kind kind) {
        return new Mandate(
                7, new Party(party, Applicant.Kind.NATURAL, name, IdType.RESIDENT_ID, "", "", "", false), kind);
    }

    HttpResponse<String> get(String path) {
        return portal.get(path, "Cookie", ANNA);
    }

    HttpResponse<String> post(String path, String fields) {
        return portal.post(path, CSRF + "&" + fields, "Cookie", ANNA);
    }

    static Optional<String> location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location");
    }
}
