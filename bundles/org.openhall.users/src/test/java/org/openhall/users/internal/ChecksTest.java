package org.openhall.users.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openhall.api.forms.Problem;
import org.openhall.api.users.IdType;
import org.openhall.api.users.Registration;
import org.openhall.users.internal.passwords.PasswordPolicy;

class ChecksTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    @ParameterizedTest
    @CsvSource({
        "RESIDENT_ID, 11010519491231002X, ''",
        "RESIDENT_ID, 440524188001010014, format",
        "RESIDENT_ID, 110105194912310021, check-digit",
        "RESIDENT_ID, 110105194902310022, format",
        "RESIDENT_ID, 110105202712310029, format",
        "RESIDENT_ID, 11010519491231002, format",
        "CREDIT_CODE, 91350100M000100Y43, ''",
        "CREDIT_CODE, 91350100M000100Y44, check-digit",
        "CREDIT_CODE, 91350100M000100I43, format",
        "PASSPORT, E12345678, ''",
        "PASSPORT, E1, format",
        "OTHER, H12345678, ''",
        "OTHER, ?, format"
    })
    void anIdentityNumberIsCheckedAsItsKindAllows(IdType type, String number, String code) {
        var checks = new Checks();
        checks.idNumber(type, number, TODAY);

        assertThat(codes(checks)).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"13800138000", "0591-87654321", "010-12345678-12", "02087654321", "+4930123456", "+8613800138000"
            })
    void thesePhonesAreTaken(String phone) {
        var checks = new Checks();
        checks.phone(phone);

        assertThat(codes(checks)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345", "12800138000", "138001380001", "phone", "+0123456789"})
    void theseAreNoPhones(String phone) {
        var checks = new Checks();
        checks.phone(phone);

        assertThat(codes(checks)).isEqualTo("format");
    }

    @ParameterizedTest
    @CsvSource({
        "abcd, ''",
        "李雷和韩梅梅, ''",
        "a.b_c-1, ''",
        "abc, format",
        "has space, format",
        "a@b.c, format",
        "'', required"
    })
    void aUsernameHasFourToThirtyTwoLetters(String username, String code) {
        var checks = new Checks();
        checks.username(username);

        assertThat(codes(checks)).isEqualTo(code);
    }

    @Test
    void aNumberMayBeTypedInFullWidthAndSmallLetters() {
        Registration p = TestUsers.person("LiLei");
        Registration spelled = RegistrationCheck.spelled(new Registration(
                p.kind(),
                " LiLei ",
                p.password(),
                " 李  雷 ",
                p.idType(),
                "１１０１０５ 19491231 002x",
                "",
                "138 0013 8000",
                "1"));

        assertThat(spelled.idNumber()).isEqualTo("11010519491231002X");
        assertThat(spelled.name()).isEqualTo("李 雷");
        assertThat(new RegistrationCheck(new PasswordPolicy(10)).problems(spelled, false, TODAY))
                .isEmpty();
    }

    @Test
    void aDocumentBelongsToItsKindOfApplicant() {
        Registration o = TestUsers.organisation("shili");
        var wrong = new Registration(
                o.kind(), o.username(), o.password(), o.name(), IdType.PASSPORT, "E12345678", "", o.phone(), "1");

        assertThat(new RegistrationCheck(new PasswordPolicy(10)).problems(wrong, false, TODAY))
                .extracting(Problem::pointer)
                .containsExactly("/idType");
    }

    private static String codes(Checks checks) {
        return checks.problems().stream().map(Problem::code).collect(Collectors.joining(" "));
    }
}
