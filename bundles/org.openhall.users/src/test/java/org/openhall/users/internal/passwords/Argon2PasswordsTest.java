package org.openhall.users.internal.passwords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class Argon2PasswordsTest {

    private final Argon2Passwords passwords = new Argon2Passwords(64, 1, 1);

    @Test
    void onlyTheSamePasswordMatches() {
        String stored = passwords.hash("seven green bottles");

        assertThat(passwords.matches("seven green bottles", stored)).isTrue();
        assertThat(passwords.matches("seven green bottle", stored)).isFalse();
        assertThat(passwords.matches("", stored)).isFalse();
    }

    @Test
    void onePasswordHasAnotherHashEachTime() {
        assertThat(passwords.hash("seven green bottles")).isNotEqualTo(passwords.hash("seven green bottles"));
    }

    @Test
    void aPasswordTypedOnAnotherKeyboardIsTheSame() {
        assertThat(passwords.matches("gr\u0075\u0308n und lang", passwords.hash("gr\u00fcn und lang")))
                .isTrue();
    }

    /** The first test vector of the reference implementation for Argon2id, version 19, in PHC format. */
    @Test
    void hashesOfOtherProgramsAreRead() {
        String reference = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

        assertThat(passwords.matches("password", reference)).isTrue();
        assertThat(passwords.matches("passwore", reference)).isFalse();
        assertThat(passwords.outdated(reference)).isTrue();
    }

    @Test
    void whatIsNoHashIsAMistakeNotAWrongPassword() {
        assertThatIllegalStateException().isThrownBy(() -> passwords.matches("x", "plain text"));
        assertThatIllegalStateException()
                .isThrownBy(() -> passwords.matches("x", "$argon2i$v=19$m=8,t=1,p=1$c29t$c29t"));
    }
}
