package org.openhall.users.internal.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhall.api.forms.Problem;

class PasswordPolicyTest {

    private final PasswordPolicy policy = new PasswordPolicy(10);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seven green bottles",
                "kq7-Tr4x-92mb",
                "红色的河流向东流去啊",
                "correct horse battery staple",
                "zQ!f83nnWpx",
                "purple-monkey-dishwasher-42"
            })
    void longAndUnusualPasswordsAreTaken(String password) {
        assertThat(code(password)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password123",
                "Passw0rd2024!",
                "P@ssw0rd!!",
                "qwertyuiop",
                "1qaz2wsx3edc",
                "1234567890",
                "0987654321",
                "20261120090000",
                "aaaaaaaaaaaa",
                "abcabcabcabc",
                "abcdefghij1",
                "woaini1314520",
                "admin123456",
                "iloveyou2026",
                "letmeinletmein",
                "welcomeadmin1",
                "qwerty123456"
            })
    void passwordsThatAreTriedFirstAreNot(String password) {
        assertThat(code(password)).isEqualTo("weak-common");
    }

    @Test
    void aPasswordNeedsTenCharacters() {
        assertThat(code("zQ!f83nnW")).isEqualTo("weak-short");
        assertThat(code("")).isEqualTo("required");
        assertThat(code("x1y2".repeat(51))).isEqualTo("too-long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hanmeimei.zhang", "HanMeimei.Zhang99", "gnahz.iemiemnah", "hanmeimei.zhang!!"})
    void thePersonsOwnNameIsNotTaken(String password) {
        assertThat(code(password)).isEqualTo("weak-name");
    }

    @Test
    void aNameInsideALongPasswordIsFine() {
        assertThat(code("hanmeimei.zhang eats red beans daily")).isEmpty();
    }

    private String code(String password) {
        return policy.check("/password", password, "HanMeimei.Zhang")
                .map(Problem::code)
                .orElse("");
    }
}
