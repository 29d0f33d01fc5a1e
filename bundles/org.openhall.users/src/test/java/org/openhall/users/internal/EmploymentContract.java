package org.openhall.users.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openhall.api.catalogue.Operator;
import org.openhall.api.users.Account;
import org.openhall.api.users.AccountKind;
import org.openhall.api.users.Accounts;
import org.openhall.api.users.Post;
import org.openhall.api.users.Posts;

/** What employing officials and administrators does, on each database alike. */
abstract class EmploymentContract extends UsersContract {

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
        return codes(users.accounts.employ("somebody", kind, "何静", "only-once-x7Kq", true, List.of(post)));
    }
}
