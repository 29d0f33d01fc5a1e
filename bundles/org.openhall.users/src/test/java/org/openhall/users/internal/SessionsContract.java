package org.openhall.users.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhall.api.users.Account;
import org.openhall.api.users.AccountKind;
import org.openhall.api.users.Post;
import org.openhall.api.users.Sessions;
import org.openhall.users.internal.passwords.Argon2Passwords;

/** What signing in and out does, on each database alike. */
abstract class SessionsContract extends UsersContract {

    private Account account;

    @BeforeEach
    void register() {
        account = users.registered(TestUsers.person("LiLei"));
    }

    @Test
    void whoSignsInIsFoundByHisToken() {
        Sessions.SignedIn signedIn = users.signedIn("lilei", TestUsers.PASSWORD);

        Sessions.Session session = users.sessions.find(signedIn.token()).orElseThrow();
        assertThat(session.account()).isEqualTo(account);
        assertThat(session.csrf()).isEqualTo(signedIn.session().csrf()).hasSize(43);
        assertThat(signedIn.token()).hasSize(43).isNotEqualTo(session.csrf());
        assertThat(signedIn.toString()).doesNotContain(signedIn.token());
    }

    @Test
    void anOfficialIsFoundWithAllPosts() {
        var posts = List.of(new Post("approve", "cg", "350100"), new Post("intake", "cg", "350100"));
        users.accounts.employ("wang", AccountKind.OFFICIAL, "王科", "only-once-x7Kq", false, posts);

        String token = users.signedIn("wang", "only-once-x7Kq").token();

        assertThat(users.sessions.find(token).orElseThrow().account().posts()).containsExactlyElementsOf(posts);
    }

    @Test
    void aTokenIsNeverStored() {
        String token = users.signedIn("LiLei", TestUsers.PASSWORD).token();

        String stored = one("select token_hash from session");
        assertThat(stored).isEqualTo(Tokens.hash(token)).doesNotContain(token);
    }

    @Test
    void aWrongPasswordAndAnUnknownNameLookTheSame() {
        assertThat(users.sessions.signIn("LiLei", "wrong", TestUsers.ADDRESS))
                .isEqualTo(users.sessions.signIn("nobody", "wrong", TestUsers.ADDRESS))
                .isInstanceOf(Sessions.Wrong.class);
    }

    @Test
    void whatIsNoTokenFindsNothing() {
        assertThat(users.sessions.find("")).isEmpty();
        assertThat(users.sessions.find("x".repeat(43))).isEmpty();
        assertThat(users.sessions.find("'; drop table session")).isEmpty();
    }

    @Test
    void whoSignsOutIsGone() {
        String token = users.signedIn("LiLei", TestUsers.PASSWORD).token();
        users.sessions.signOut(token);
        users.sessions.signOut(token);

        assertThat(users.sessions.find(token)).isEmpty();
    }

    @Test
    void anUnusedSessionEndsAfterTwoHoursAndAUsedOneGoesOn() {
        String used = users.signedIn("LiLei", TestUsers.PASSWORD).token();
        String unused = users.signedIn("LiLei", TestUsers.PASSWORD).token();

        users.storage.clock().advance(Duration.ofMinutes(90));
        assertThat(users.sessions.find(used)).isPresent();
        users.storage.clock().advance(Duration.ofMinutes(31));

        assertThat(users.sessions.find(used)).isPresent();
        assertThat(users.sessions.find(unused)).isEmpty();
    }

    @Test
    void noSessionOutlivesEightHours() {
        String token = users.signedIn("LiLei", TestUsers.PASSWORD).token();
        for (int hour = 0; hour < 7; hour++) {
            users.storage.clock().advance(Duration.ofHours(1));
            assertThat(users.sessions.find(token)).isPresent();
        }
        Sessions.Session last = users.sessions.find(token).orElseThrow();
        assertThat(last.expires()).isEqualTo(users.storage.clock().instant().plus(Duration.ofHours(1)));

        users.storage.clock().advance(Duration.ofHours(1));
        assertThat(users.sessions.find(token)).isEmpty();
        users.sessions.forgetEnded();
        assertThat(count("session")).isZero();
    }

    @Test
    void lastSeenIsWrittenAtMostOnceAMinute() {
        String token = users.signedIn("LiLei", TestUsers.PASSWORD).token();
        String before = lastSeen();
        users.storage.clock().advance(Duration.ofSeconds(59));
        users.sessions.find(token);
        assertThat(lastSeen()).isEqualTo(before);

        users.storage.clock().advance(Duration.ofSeconds(2));
        users.sessions.find(token);
        assertThat(lastSeen()).isNotEqualTo(before);
    }

    @Test
    void afterFiveWrongGuessesTheNextAttemptWaits() {
        guess("LiLei", 5, TestUsers.ADDRESS);

        assertThat(users.sessions.signIn("LiLei", TestUsers.PASSWORD, TestUsers.ADDRESS))
                .isEqualTo(
                        new Sessions.Throttled(users.storage.clock().instant().plusSeconds(15)));
        users.storage.clock().advance(Duration.ofSeconds(16));
        users.signedIn("LiLei", TestUsers.PASSWORD);
    }

    @Test
    void whoGuessedBeforeTheClockWentBackDoesNotWaitForItsTime() {
        users.storage.clock().advance(Duration.ofHours(30));
        guess("LiLei", 5, TestUsers.ADDRESS);
        users.storage.clock().advance(Duration.ofHours(-30));

        users.signedIn("LiLei", TestUsers.PASSWORD);
    }

    @Test
    void aSessionFromBeforeTheClockWentBackGoesOn() {
        users.storage.clock().advance(Duration.ofHours(30));
        String token = users.signedIn("LiLei", TestUsers.PASSWORD).token();
        users.storage.clock().advance(Duration.ofHours(-30));

        assertThat(users.sessions.find(token)).isPresent();
    }

    @Test
    void theWaitGrowsWithEachWrongGuess() {
        guess("LiLei", 5, TestUsers.ADDRESS);
        users.storage.clock().advance(Duration.ofSeconds(16));
        guess("LiLei", 1, TestUsers.ADDRESS);

        assertThat(users.sessions.signIn("LiLei", TestUsers.PASSWORD, TestUsers.ADDRESS))
                .isEqualTo(
                        new Sessions.Throttled(users.storage.clock().instant().plusSeconds(30)));
    }

    @Test
    void aStrangersFiveGuessesDoNotLockThePersonOut() {
        guess("LiLei", 5, "198.51.100.1");

        users.signedIn("LiLei", TestUsers.PASSWORD);
    }

    @Test
    void manyAddressesTogetherAreSlowedDownToo() {
        for (int i = 0; i < 20; i++) {
            guess("LiLei", 1, "198.51.100." + i);
        }

        assertThat(users.sessions.signIn("LiLei", "guess", "203.0.113.1")).isInstanceOf(Sessions.Throttled.class);
    }

    @Test
    void oneAddressWithManyNamesIsSlowedDown() {
        for (int i = 0; i < 50; i++) {
            guess("name" + i, 1, TestUsers.ADDRESS);
        }

        assertThat(users.sessions.signIn("other", "guess", TestUsers.ADDRESS)).isInstanceOf(Sessions.Throttled.class);
        assertThat(users.sessions.signIn("other", "guess", "203.0.113.1")).isInstanceOf(Sessions.Wrong.class);
    }

    @Test
    void unknownNamesAreSlowedDownLikeKnownOnes() {
        guess("nobody", 5, TestUsers.ADDRESS);

        assertThat(users.sessions.signIn("nobody", "guess", TestUsers.ADDRESS)).isInstanceOf(Sessions.Throttled.class);
    }

    @Test
    void aSuccessClearsTheNameButNotTheAddress() {
        guess("LiLei", 4, TestUsers.ADDRESS);
        users.signedIn("LiLei", TestUsers.PASSWORD);

        guess("LiLei", 4, TestUsers.ADDRESS);
        users.signedIn("LiLei", TestUsers.PASSWORD);
        assertThat(count("sign_in_failure"))
                .as("eight wrong guesses of the address")
                .isEqualTo(8);
    }

    @Test
    void guessesAtTheSameMomentAllCount() throws Exception {
        var executor = Executors.newFixedThreadPool(8);
        try {
            List<Future<Sessions.SignIn>> guesses = IntStream.range(0, 16)
                    .mapToObj(
                            i -> executor.submit(() -> users.sessions.signIn("LiLei", "guess " + i, TestUsers.ADDRESS)))
                    .toList();
            int looked = 0;
            for (Future<Sessions.SignIn> guess : guesses) {
                looked += guess.get(20, TimeUnit.SECONDS) instanceof Sessions.Wrong ? 1 : 0;
            }
            assertThat(looked).isEqualTo(5);
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void anHourLaterGuessesAreForgotten() {
        guess("LiLei", 5, TestUsers.ADDRESS);
        users.storage.clock().advance(Duration.ofMinutes(61));
        users.throttle.forgetOld();

        assertThat(count("sign_in_failure")).isZero();
    }

    @Test
    void aHashOfAnotherCostIsRenewedAtTheNextSignIn() {
        var dearer = new Argon2Passwords(128, 1, 1);
        assertThat(users.sessions(dearer).signIn("LiLei", TestUsers.PASSWORD, TestUsers.ADDRESS))
                .isInstanceOf(Sessions.SignedIn.class);

        assertThat(one("select password from account")).contains("$m=128,t=1,p=1$");
        users.signedIn("LiLei", TestUsers.PASSWORD);
    }

    private void guess(String username, int times, String address) {
        for (int i = 0; i < times; i++) {
            assertThat(users.sessions.signIn(username, "guess " + i, address)).isInstanceOf(Sessions.Wrong.class);
        }
    }

    private String lastSeen() {
        return one("select last_seen from session");
    }
}
