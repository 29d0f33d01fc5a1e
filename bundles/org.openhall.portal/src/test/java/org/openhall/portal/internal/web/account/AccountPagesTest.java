package org.openhall.portal.internal.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openhall.api.forms.Problem;
import org.openhall.api.users.Account;
import org.openhall.api.users.AccountKind;
import org.openhall.api.users.Accounts;
import org.openhall.api.users.Directory;
import org.openhall.api.users.IdType;
import org.openhall.api.users.Mandate;
import org.openhall.api.users.Party;
import org.openhall.api.users.Post;
import org.openhall.api.users.Registration;
import org.openhall.api.users.Sessions;
import org.openhall.item.Applicant;
import org.openhall.portal.internal.FakeHall;
import org.openhall.portal.internal.PortalUnderTest;

class AccountPagesTest {

    private static final Account ANNA = FakeHall.citizen("anna");
    private static final Account WANG =
            new Account(9, "wang", AccountKind.OFFICIAL, "王敏", "", false, List.of(new Post("intake", "d-1", "341600")));
    private static final Account NEWCOMER = new Account(8, "new", AccountKind.OFFICIAL, "李新", "", true, List.of());

    private final People people = new People();
    private final PortalUnderTest portal = new PortalUnderTest(new FakeHall()
            .with(Accounts.class, people)
            .with(Sessions.class, new Door())
            .with(Directory.class, new Object())
            .services());

    @AfterEach
    void stop() {
        portal.close();
    }

    @Test
    void whoSignsInComesBackToWhereHeWantedToGo() {
        HttpResponse<String> answer = signIn("anna", "right", "/my/cases/20261121-000001?tab=files");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/my/cases/20261121-000001?tab=files");
        assertThat(PortalUnderTest.cookies(answer)).contains("hall-session=anna");
    }

    @Test
    void nobodyIsSentToAnotherSiteAfterSigningIn() {
        assertThat(signIn("anna", "right", "https://evil.example/").headers().firstValue("Location"))
                .contains("/my/cases");
        assertThat(signIn("anna", "right", "//evil.example/").headers().firstValue("Location"))
                .contains("/my/cases");
    }

    @Test
    void officialsGoToTheDesk() {
        assertThat(signIn("wang", "right", "/my/cases").headers().firstValue("Location"))
                .contains("/desk");
        assertThat(signIn("wang", "right", "/desk?stage=intake").headers().firstValue("Location"))
                .contains("/desk?stage=intake");
        assertThat(signIn("wang", "right", "/desktop").headers().firstValue("Location"))
                .contains("/desk");
    }

    @Test
    void aWrongPasswordSaysOneThingAndKeepsTheName() {
        HttpResponse<String> answer = signIn("anna", "wrong", "");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("用户名或密码不对", "value=\"anna\"").doesNotContain("value=\"wrong\"");
        assertThat(signIn("nobody", "wrong", "").body()).contains("用户名或密码不对");
    }

    @Test
    void afterTooManyAttemptsThePageSaysUntilWhenToWait() {
        HttpResponse<String> answer = signIn("guesser", "any", "");

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.body()).contains("尝试次数太多", "12:18");
    }

    @Test
    void aOneTimePasswordLeadsToItsChangeAndTheChangeToTheDesk() {
        HttpResponse<String> signIn = signIn("new", "right", "/desk");
        assertThat(signIn.headers().firstValue("Location")).contains("/account/password");

        HttpResponse<String> page = portal.get("/account/password", "Cookie", "hall-session=new");
        assertThat(page.body()).contains("请先设置自己的密码", "一次性密码", "至少 10 个字符");

        HttpResponse<String> changed = portal.post(
                "/account/password",
                "csrf=csrf-of-new&old=right&new=four+words+of+mine&repeat=four+words+of+mine",
                "Cookie",
                "hall-session=new");
        assertThat(changed.statusCode()).isEqualTo(303);
        assertThat(changed.headers().firstValue("Location")).contains("/desk");
        assertThat(people.changed).containsExactly("8 four words of mine new");
    }

    @Test
    void aMistypedNewPasswordChangesNothing() {
        HttpResponse<String> page = portal.post(
                "/account/password",
                "csrf=csrf-of-new&old=right&new=four+words+of+mine&repeat=for+words",
                "Cookie",
                "hall-session=new");

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("两次输入的密码不一样", "href=\"#f-repeat\"").doesNotContain("four words");
        assertThat(people.changed).isEmpty();
    }

    @Test
    void aRegistrationThatComesBackKeepsAllButThePasswords() {
        HttpResponse<String> page = register("&password=four+words+of+mine&repeat=four+words+of+mine&phone=12");

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains("有 2 处要改", "href=\"#f-phone\"", "请填写手机号码", "请阅读条款", "value=\"张三丰\"", "value=\"12\"")
                .doesNotContain("four words of mine");
        assertThat(people.registered).hasSize(1);
        assertThat(people.registered.get(0).termsVersion()).isEmpty();
    }

    @Test
    void aMistypedPasswordIsSaidTogetherWithAllElseThatIsWrongAndStoredNowhere() {
        HttpResponse<String> page = register("&password=four+words+of+mine&repeat=for+words&phone=12");

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains("有 3 处要改", "请填写手机号码", "请阅读条款", "href=\"#f-repeat\"", "两次输入的密码不一样")
                .doesNotContain("href=\"#f-password\"");
        assertThat(people.registered.get(0).password()).isEmpty();
    }

    @Test
    void whoRegistersIsSignedInAndTheAcceptedTermsAreKept() {
        HttpResponse<String> done = register("&password=four+words+of+mine&repeat=four+words+of+mine&phone=13800000000"
                + "&termsVersion=&termsVersion=true&terms=" + RegistrationForm.TERMS);

        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(done.headers().firstValue("Location")).contains("/my/cases");
        assertThat(PortalUnderTest.cookies(done)).contains("hall-session=anna");
        assertThat(people.registered.get(0).termsVersion()).isEqualTo(RegistrationForm.TERMS);
    }

    @Test
    void termsThatWereNotTheOnesShownAreNotAccepted() {
        HttpResponse<String> page = register("&password=four+words+of+mine&repeat=four+words+of+mine&phone=13800000000"
                + "&termsVersion=&termsVersion=true&terms=2001-01");

        assertThat(page.body()).contains("请阅读条款");
    }

    @Test
    void theProfileShowsOnlyPartOfNumbers() {
        HttpResponse<String> page = portal.get("/account", "Cookie", "hall-session=anna");

        assertThat(page.body())
                .contains("张三丰", "340***********0006", "138****0000")
                .doesNotContain("340524198001010006", "13800000000");
    }

    @Test
    void signingOutEndsTheSession() {
        HttpResponse<String> answer = portal.post("/sign-out", "csrf=csrf-of-anna", "Cookie", "hall-session=anna");

        assertThat(answer.headers().firstValue("Location")).contains("/");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("hall-session=;") && cookie.contains("Max-Age=0"));
        assertThat(people.signedOut).containsExactly("anna");
    }

    private HttpResponse<String> signIn(String username, String password, String back) {
        HttpResponse<String> page = portal.get("/sign-in");
        return portal.post(
                "/sign-in",
                "csrf=" + PortalUnderTest.csrf(page) + "&username=" + username + "&password=" + password + "&back="
                        + URLEncoder.encode(back, StandardCharsets.UTF_8),
                "Cookie",
                PortalUnderTest.cookies(page));
    }

    private HttpResponse<String> register(String more) {
        HttpResponse<String> page = portal.get("/register/person");
        return portal.post(
                "/register/person",
                "csrf=" + PortalUnderTest.csrf(page)
                        + "&username=anna&name=%E5%BC%A0%E4%B8%89%E4%B8%B0&idType=RESIDENT_ID&idNumber=340524198001010006"
                        + more,
                "Cookie",
                PortalUnderTest.cookies(page));
    }

    /** Accounts that know what a registration lacks. */
    private static final class People {
        private final List<Registration> registered = new ArrayList<>();
        private final List<String> changed = new ArrayList<>();
        private final List<String> signedOut = new ArrayList<>();

        @SuppressWarnings("unused")
        public int passwordLength() {
            return 10;
        }

        @SuppressWarnings("unused")
        public Accounts.Result register(Registration registration, String address) {
            registered.add(registration);
            List<Problem> problems = new ArrayList<>();
            if (registration.password().isEmpty()) {
                problems.add(new Problem("/password", "required", "none"));
            }
            if (registration.phone().length() < 8) {
                problems.add(new Problem("/phone", "format", "no number"));
            }
            if (registration.termsVersion().isEmpty()) {
                problems.add(new Problem("/termsVersion", "required", "accept them"));
            }
            return problems.isEmpty() ? new Accounts.Done(ANNA) : new Accounts.Refused(problems);
        }

        @SuppressWarnings("unused")
        public Accounts.Result changePassword(long account, String old, String wanted, String token) {
            changed.add(account + " " + wanted + " " + token);
            return new Accounts.Done(new Account(account, "new", AccountKind.OFFICIAL, "李新", "", false, List.of()));
        }

        @SuppressWarnings("unused")
        public List<Mandate> mandates(long account) {
            return List.of(new Mandate(
                    account,
                    new Party(
                            1,
                            Applicant.Kind.NATURAL,
                            "张三丰",
                            IdType.RESIDENT_ID,
                            "340524198001010006",
                            "",
                            "13800000000",
                            false),
                    Mandate.Kind.OWN));
        }
    }

    /** Sessions whose token is the username; the password is "right", or a new one. */
    private final class Door {
        @SuppressWarnings("unused")
        public Sessions.SignIn signIn(String username, String password, String address) {
            if (username.equals("guesser")) {
                return new Sessions.Throttled(FakeHall.NOW.plusSeconds(900));
            }
            boolean known = password.equals("right") || password.equals("four words of mine");
            return find(username)
                    .filter(session -> known)
                    .<Sessions.SignIn>map(session -> new Sessions.SignedIn(username, session))
                    .orElseGet(Sessions.Wrong::new);
        }

        public java.util.Optional<Sessions.Session> find(String token) {
            return List.of(ANNA, WANG, NEWCOMER).stream()
                    .filter(account -> account.username().equals(token))
                    .findFirst()
                    .map(account -> new Sessions.Session(account, "csrf-of-" + token, FakeHall.NOW.plusSeconds(3600)));
        }

        @SuppressWarnings("unused")
        public void signOut(String token) {
            people.signedOut.add(token);
        }
    }
}
