package org.openhall.portal.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openhall.api.forms.Problem;
import org.openhall.api.users.Account;
import org.openhall.api.users.AccountKind;
import org.openhall.api.users.Accounts;
import org.openhall.api.users.Registration;
import org.openhall.api.users.Sessions;
import org.openhall.portal.internal.FakeHall;
import org.openhall.portal.internal.PortalUnderTest;

class SignInTest {

    private final Door door = new Door();
    private final PortalUnderTest portal = new PortalUnderTest(
            new FakeHall().with(Sessions.class, door).with(Accounts.class, door).services());

    @AfterEach
    void stop() {
        portal.close();
    }

    @Test
    void aProgramSignsInWithItsAddressKnownAndOutAgain() {
        HttpResponse<String> in = signIn("anna", "right");

        assertThat(in.statusCode()).isEqualTo(200);
        assertThat(PortalUnderTest.object(in))
                .containsEntry("token", "t-anna")
                .containsEntry("mustChangePassword", false);
        assertThat(in.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(in.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(door.address).isEqualTo("127.0.0.1");
        assertThat(portal.json("DELETE", "/api/v1/session", "", "Authorization", "Bearer t-anna")
                        .statusCode())
                .isEqualTo(204);
        assertThat(door.out).isEqualTo("t-anna");
    }

    @Test
    void aWrongPasswordSaysNothingMore() {
        HttpResponse<String> wrong = signIn("anna", "wrong");

        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(PortalUnderTest.object(wrong))
                .containsEntry("code", "wrong-credentials")
                .doesNotContainKey("errors");
    }

    @Test
    void whoGuessesTooOftenIsToldHowLongToWait() {
        HttpResponse<String> throttled = signIn("guesser", "x");

        assertThat(throttled.statusCode()).isEqualTo(429);
        assertThat(throttled.headers().firstValue("Retry-After")).contains("61");
    }

    @Test
    void aOneTimePasswordOpensNothingButItsChange() {
        String[] token = {"Authorization", "Bearer t-new"};

        HttpResponse<String> refused = portal.get("/api/v1/account", token);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(PortalUnderTest.object(refused)).containsEntry("code", "must-change-password");
        assertThat(portal.json("POST", "/api/v1/account/password", "{\"old\":\"a\",\"new\":\"a\"}", token)
                        .body())
                .contains("/new", "新密码不能与原密码相同");
        assertThat(portal.json("POST", "/api/v1/account/password", "{\"old\":\"a\",\"new\":\"b\"}", token)
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void whatIsWrongWithARegistrationIsSaidInTheCallersLanguage() {
        String organisation = "{\"kind\":\"organisation\",\"username\":\"taken\",\"password\":\"p\",\"name\":\"N\","
                + "\"creditCode\":\"1\",\"phone\":\"13800000000\"}";

        HttpResponse<String> refused = portal.json("POST", "/api/v1/accounts", organisation, "Accept-Language", "en");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("/username", "This username is taken", "/creditCode", "The check digit does not fit");
        assertThat(portal.json("POST", "/api/v1/accounts", organisation.replace("taken", "fresh"))
                        .statusCode())
                .isEqualTo(201);
        assertThat(portal.json("POST", "/api/v1/accounts", "{\"kind\":\"robot\"}")
                        .body())
                .contains("/kind", "/password");
    }

    private HttpResponse<String> signIn(String username, String password) {
        return portal.json(
                "POST", "/api/v1/session", "{\"username\":\"" + username + "\",\"password\":\"" + password + "\"}");
    }

    /** Accounts and sessions of the test. */
    static final class Door {

        private String address = "";
        private String out = "";

        private static Account account(String username) {
            return new Account(1, username, AccountKind.PERSON, username, "", username.equals("new"), List.of());
        }

        public Sessions.SignIn signIn(String username, String password, String from) {
            address = from;
            if (username.equals("guesser")) {
                return new Sessions.Throttled(FakeHall.NOW.plusSeconds(60));
            }
            return password.equals("right")
                    ? new Sessions.SignedIn("t-" + username, session(username))
                    : new Sessions.Wrong();
        }

        public Optional<Sessions.Session> find(String token) {
            return token.startsWith("t-") ? Optional.of(session(token.substring(2))) : Optional.empty();
        }

        public void signOut(String token) {
            out = token;
        }

        public Accounts.Result register(Registration registration, String address) {
            return registration.username().equals("taken")
                    ? new Accounts.Refused(List.of(
                            new Problem("/username", "taken", "x"), new Problem("/idNumber", "check-digit", "x")))
                    : new Accounts.Done(account(registration.username()));
        }

        public Accounts.Result changePassword(long account, String oldPassword, String newPassword, String token) {
            return oldPassword.equals(newPassword)
                    ? new Accounts.Refused(List.of(new Problem("/new", "same", "x")))
                    : new Accounts.Done(account("new"));
        }

        private static Sessions.Session session(String username) {
            return new Sessions.Session(account(username), "csrf", FakeHall.NOW.plusSeconds(60));
        }
    }
}
