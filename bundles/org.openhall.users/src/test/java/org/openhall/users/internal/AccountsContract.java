package org.openhall.users.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openhall.api.catalogue.Operator;
import org.openhall.api.forms.Problem;
import org.openhall.api.users.Account;
import org.openhall.api.users.AccountKind;
import org.openhall.api.users.Accounts;
import org.openhall.api.users.IdType;
import org.openhall.api.users.Mandate;
import org.openhall.api.users.Party;
import org.openhall.api.users.Post;
import org.openhall.api.users.Posts;
import org.openhall.api.users.Registration;
import org.openhall.item.Applicant;

/** What registering, employing and changing a password do, on each database alike. */
abstract class AccountsContract {

    final TestUsers users = users();

    abstract TestUsers users();

    @AfterEach
    void close() {
        users.close();
    }

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
    void aPasswordIsNeverStoredAsTyped() {
        users.registered(TestUsers.person("LiLei"));

        String stored = users.storage
                .transactions()
                .read(() -> users.storage
                        .database()
                        .handle()
                        .createQuery("select password from account")
                        .mapTo(String.class)
                        .one());
        assertThat(stored).startsWith("$argon2id$v=19$m=").doesNotContain(TestUsers.PASSWORD);
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
    void anOfficialIsEmployedWithPostsAndAPasswordForOnce() {
        var intake = new Post("intake", "cg", "350100");
        var review = new Post("review", "cg", "350100");
        Accounts.Result result = users.accounts.employ(
                "wang", AccountKind.OFFICIAL, "王科", "only-once-x7Kq", true, List.of(review, intake));

        Account account = ((Accounts.Done) result).account();
        assertThat(account.official()).isTrue();
        assertThat(account.mustChangePassword()).isTrue();
        assertThat(account.posts()).containsExactlyInAnyOrder(intake, review);
        assertThat(account.holds(intake)).isTrue();
        assertThat(account.holds(new Post("intake", "cg", "350200"))).isFalse();
        assertThat(users.accounts.find(account.id())).contains(account);
    }

    @Test
    void anAdministratorOfADepartmentHoldsItsPostAndNoOfficialDoes() {
        var post = new Post(Posts.ADMINISTRATE, "cg", "350100");
        Accounts.Result result =
                users.accounts.employ("hejing", AccountKind.ADMINISTRATOR, "何静", "only-once-x7Kq", true, List.of(post));

        assertThat(((Accounts.Done) result).account().posts()).containsExactly(post);
        assertThat(refusedPosts(AccountKind.OFFICIAL, post)).containsExactly("/posts format");
        assertThat(refusedPosts(AccountKind.ADMINISTRATOR, new Post(Posts.INTAKE, "cg", "350100")))
                .containsExactly("/posts format");
    }

    @Test
    void thePostOfTheWholeHallIsHeldByAdministratorsInNoDepartment() {
        Account hall = administrator("boss", Post.ofHall());

        assertThat(Operator.of(hall).orElseThrow().may(Set.of("cg", "fire"))).isTrue();
        assertThat(refusedPosts(AccountKind.OFFICIAL, Post.ofHall())).containsExactly("/posts format");
        assertThat(refusedPosts(AccountKind.ADMINISTRATOR, new Post(Posts.HALL, "cg", "350100")))
                .containsExactly("/posts format");
    }

    @Test
    void anAdministratorWhoLosesHisLastPostAdministersNothing() {
        Account hejing = administrator("hejing", new Post(Posts.ADMINISTRATE, "cg", "350100"));
        Account boss = administrator("boss", Post.ofHall());
        users.storage.transactions().run(() -> users.storage.database().handle().execute("delete from post"));

        for (Account account : List.of(hejing, boss)) {
            Operator left =
                    Operator.of(users.accounts.find(account.id()).orElseThrow()).orElseThrow();
            assertThat(left.may(Set.of("cg"))).isFalse();
            assertThat(left.may(Set.of())).isFalse();
        }
    }

    @Test
    void whoAdministeredAHallBuiltEarlierStillDoes() throws IOException {
        Account boss = administrator("boss");
        Account hejing = administrator("hejing", new Post(Posts.ADMINISTRATE, "cg", "350100"));
        try (InputStream migration = TestUsers.class
                .getClassLoader()
                .getResourceAsStream("org/openhall/storage/migrations/V202611220010__hall_administrators.sql")) {
            String sql = new String(migration.readAllBytes(), StandardCharsets.UTF_8);
            users.storage
                    .transactions()
                    .run(() -> users.storage.database().handle().execute(sql.replace(";", "")));
        }

        assertThat(users.accounts.find(boss.id()).orElseThrow().posts()).containsExactly(Post.ofHall());
        assertThat(users.accounts.find(hejing.id()).orElseThrow().posts()).doesNotContain(Post.ofHall());
    }

    private Account administrator(String username, Post... posts) {
        Accounts.Result result = users.accounts.employ(
                username, AccountKind.ADMINISTRATOR, "何静", "only-once-x7Kq", true, List.of(posts));
        return ((Accounts.Done) result).account();
    }

    private List<String> refusedPosts(AccountKind kind, Post post) {
        var refused =
                (Accounts.Refused) users.accounts.employ("somebody", kind, "何静", "only-once-x7Kq", true, List.of(post));
        return refused.problems().stream()
                .map(problem -> problem.pointer() + " " + problem.code())
                .toList();
    }

    @Test
    void namesComeInOneQueryAndUnknownOnesAreLeftOut() {
        long id = users.registered(TestUsers.person("LiLei")).id();

        assertThat(users.accounts.names(Set.of(id, 99_999L))).isEqualTo(Map.of(id, "李雷"));
        assertThat(users.accounts.names(Set.of())).isEmpty();
        var many = IntStream.range(0, 501).mapToObj(i -> (long) i).collect(java.util.stream.Collectors.toSet());
        assertThatIllegalArgumentException().isThrownBy(() -> users.accounts.names(many));
    }

    @Test
    void aChangedPasswordEndsTheOtherSessions() {
        Account account = users.registered(TestUsers.person("LiLei"));
        String here = users.signedIn("LiLei", TestUsers.PASSWORD).token();
        String there = users.signedIn("LiLei", TestUsers.PASSWORD).token();

        Accounts.Result result =
                users.accounts.changePassword(account.id(), TestUsers.PASSWORD, "eight red kettles", here);

        assertThat(result).isInstanceOf(Accounts.Done.class);
        assertThat(users.sessions.find(here)).isPresent();
        assertThat(users.sessions.find(there)).isEmpty();
        assertThat(users.sessions.signIn("LiLei", TestUsers.PASSWORD, "a"))
                .isInstanceOf(org.openhall.api.users.Sessions.Wrong.class);
        users.signedIn("LiLei", "eight red kettles");
    }

    @Test
    void aPasswordForOnceIsNotKept() {
        var result = (Accounts.Done)
                users.accounts.employ("wang", AccountKind.OFFICIAL, "王科", "only-once-x7Kq", true, List.of());
        long id = result.account().id();

        assertThat(changeCodes(id, "only-once-x7Kq", "only-once-x7Kq")).containsExactly("/new same");
        assertThat(changeCodes(id, "only-once-x7Kq", "short")).containsExactly("/new weak-short");
        assertThat(changeCodes(id, "something else", "eight red kettles")).containsExactly("/old wrong");
        assertThat(users.accounts.find(id).orElseThrow().mustChangePassword()).isTrue();

        assertThat(changeCodes(id, "only-once-x7Kq", "eight red kettles")).isEmpty();
        assertThat(users.accounts.find(id).orElseThrow().mustChangePassword()).isFalse();
    }

    @Test
    void whoGuessesTheOldPasswordMustWait() {
        long id = users.registered(TestUsers.person("LiLei")).id();
        for (int i = 0; i < 5; i++) {
            assertThat(changeCodes(id, "guess " + i, "eight red kettles")).containsExactly("/old wrong");
        }

        assertThat(changeCodes(id, TestUsers.PASSWORD, "eight red kettles")).containsExactly("/old throttled");
    }

    private List<String> changeCodes(long account, String old, String to) {
        return codes(users.accounts.changePassword(account, old, to, ""));
    }

    private List<String> codes(Registration registration) {
        return codes(users.accounts.register(registration, ""));
    }

    private static List<String> codes(Accounts.Result result) {
        return result instanceof Accounts.Refused refused
                ? refused.problems().stream()
                        .map(p -> p.pointer() + " " + p.code())
                        .toList()
                : List.of();
    }

    private int count(String table) {
        return users.storage
                .transactions()
                .read(() -> users.storage
                        .database()
                        .handle()
                        .createQuery("select count(*) from " + table)
                        .mapTo(Integer.class)
                        .one());
    }
}
