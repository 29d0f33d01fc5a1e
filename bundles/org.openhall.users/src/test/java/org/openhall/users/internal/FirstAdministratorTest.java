package org.openhall.users.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.openhall.api.users.AccountKind;
import org.openhall.api.users.Post;
import org.openhall.api.users.Sessions;

class FirstAdministratorTest {

    private final ByteArrayOutputStream console = new ByteArrayOutputStream();

    @Test
    void anEmptyHallShowsOnePasswordForOnce() {
        try (TestUsers users = TestUsers.onH2()) {
            letIn(users);

            var password = Pattern.compile("\\b(?:\\w{4}-){3}\\w{4}\\b").matcher(shown());
            assertThat(password.find()).isTrue();
            Sessions.SignedIn admin = users.signedIn("admin", password.group());
            assertThat(admin.session().account().kind()).isEqualTo(AccountKind.ADMINISTRATOR);
            assertThat(admin.session().account().mustChangePassword()).isTrue();
            assertThat(admin.session().account().posts()).containsExactly(Post.ofHall());

            console.reset();
            letIn(users);
            assertThat(shown()).as("the second start").isEmpty();
        }
    }

    @Test
    void aHallWithPeopleShowsNothing() {
        try (TestUsers users = TestUsers.onH2()) {
            users.registered(TestUsers.person("LiLei"));
            letIn(users);

            assertThat(shown()).isEmpty();
        }
    }

    private void letIn(TestUsers users) {
        new FirstAdministrator(users.accounts, new PrintStream(console, true, StandardCharsets.UTF_8)).letIn();
    }

    private String shown() {
        return console.toString(StandardCharsets.UTF_8);
    }
}
