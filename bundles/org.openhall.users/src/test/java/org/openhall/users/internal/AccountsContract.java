package org.openhall.users.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openhall.api.forms.Problem;
import org.openhall.api.users.Account;
import org.openhall.api.users.AccountKind;
import org.openhall.api.users.Accounts;
import org.openhall.api.users.IdType;
import org.openhall.api.users.Mandate;
import org.openhall.api.users.Party;
import org.openhall.api.users.Registration;
import org.openhall.item.Applicant;

/** What registering does, on each database alike. */
abstract class AccountsContract extends UsersContract {

    @Test
    void whoRegistersManyAccountsFromOneAddressMustWait() {
        for (int n = 0; n < 20; n++) {
            assertThat(users.accounts.register(TestUsers.person("many" + n), "192.0.2.7"))
                    .isInstanceOf(Accounts.Done.class);
        }

        assertThat(users.accounts.register(TestUsers.person("onemore"), "192.0.2.7"))
                .isInstanceOfSatisfying(
                        Accounts.Refused.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Problem::code)
                                .containsExactly("throttled"));
        assertThat(users.accounts.register(TestUsers.person("elsewhere"), "192.0.2.8"))
                .isInstanceOf(Accounts.Done.class);
    }

    @Test
    void aPersonRegistersAndActsForHimself() {
        Account account = users.registered(TestUsers.person("LiLei"));

        assertThat(account.username()).isEqualTo("LiLei");
        assertThat(account.official()).isFalse();
        assertThat(account.mustChangePassword()).isFalse();
        List<Mandate> mandates = users.accounts.mandates(account.id());
        assertThat(mandates).hasSize(1);
        assertThat(mandates.get(0).kind()).isEqualTo(Mandate.Kind.OWN);
        Party party = mandates.get(0).party();
        assertThat(party.kind()).isEqualTo(Applicant.Kind.NATURAL);
        assertThat(party.idNumber()).isEqualTo("11010519491231002X");
        assertThat(party.verified()).as("a check digit proves nothing").isFalse();
        assertThat(users.accounts.party(party.id())).contains(party);
    }

    @Test
    void anOrganisationRegistersWithItsCreditCode() {
        Account account = users.registered(TestUsers.organisation("shili"));

        Party party = users.accounts.mandates(account.id()).get(0).party();
        assertThat(party.kind()).isEqualTo(Applicant.Kind.LEGAL);
        assertThat(party.idType()).isEqualTo(IdType.CREDIT_CODE);
        assertThat(party.legalRepresentative()).isEqualTo("韩梅梅");
    }

    @Test
    void aUsernameIsTakenInWhateverSpelling() {
        users.registered(TestUsers.person("LiLei"));

        assertThat(codes(TestUsers.person("lilei"))).containsExactly("/username taken");
        assertThat(codes(TestUsers.person("ＬｉＬｅｉ"))).containsExactly("/username taken");
    }

    @Test
    void twoRegistrationsOfOneNameAtOnceMakeOneAccount() throws Exception {
        var together = new CyclicBarrier(4);
        var executor = Executors.newFixedThreadPool(4);
        try {
            List<Future<Accounts.Result>> results = IntStream.range(0, 4)
                    .mapToObj(i -> executor.submit(() -> {
                        together.await(10, TimeUnit.SECONDS);
                        return users.accounts.register(TestUsers.person("LiLei"), "");
                    }))
                    .toList();
            int done = 0;
            for (Future<Accounts.Result> result : results) {
                if (result.get(20, TimeUnit.SECONDS) instanceof Accounts.Refused refused) {
                    assertThat(refused.problems()).extracting(Problem::code).containsExactly("taken");
                } else {
                    done++;
                }
            }
            assertThat(done).isOne();
        } finally {
            executor.shutdownNow();
        }
        assertThat(count("account")).isOne();
        assertThat(count("party")).isOne();
    }

    @Test
    void anUnverifiedIdNumberMayBeRegisteredTwice() {
        users.registered(TestUsers.person("LiLei"));
        users.registered(TestUsers.person("somebody.else"));

        assertThat(count("party")).isEqualTo(2);
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        var nothing = new Registration(AccountKind.PERSON, "", "", " ", IdType.RESIDENT_ID, "", "", "", "");

        assertThat(codes(nothing))
                .containsExactlyInAnyOrder(
                        "/username required",
                        "/password required",
                        "/name required",
                        "/idNumber required",
                        "/phone required",
                        "/termsVersion required");
        assertThat(count("account")).isZero();
    }

    @Test
    void officialsDoNotRegisterThemselves() {
        Registration p = TestUsers.person("LiLei");
        var official = new Registration(
                AccountKind.OFFICIAL, "boss", p.password(), p.name(), p.idType(), p.idNumber(), "", p.phone(), "1");

        assertThat(codes(official)).containsExactly("/kind format");
    }

    @Test
    void namesComeInOneQueryAndUnknownOnesAreLeftOut() {
        long id = users.registered(TestUsers.person("LiLei")).id();

        assertThat(users.accounts.names(Set.of(id, 99_999L))).isEqualTo(Map.of(id, "李雷"));
        assertThat(users.accounts.names(Set.of())).isEmpty();
        var many = IntStream.range(0, 501).mapToObj(i -> (long) i).collect(java.util.stream.Collectors.toSet());
        assertThatIllegalArgumentException().isThrownBy(() -> users.accounts.names(many));
    }

    private List<String> codes(Registration registration) {
        return codes(users.accounts.register(registration, ""));
    }
}
