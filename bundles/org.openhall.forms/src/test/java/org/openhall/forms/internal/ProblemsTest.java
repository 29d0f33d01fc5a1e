package org.openhall.forms.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openhall.forms.internal.Stall.goodWith;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhall.api.forms.Form;
import org.openhall.api.forms.Forms;
import org.openhall.api.forms.Problem;
import org.openhall.item.Answers;

class ProblemsTest {

    private final Form form = Stall.form();

    @Test
    void completeAnswersHaveNoProblems() {
        assertThat(form.problems(Answers.of(Stall.good()), "zh")).isEmpty();
    }

    @Test
    void whatIsMissingIsNamedInTheOrderOfThePages() {
        assertThat(form.problems(Answers.none(), "zh"))
                .extracting(Problem::message)
                .containsExactly(
                        "您的账户资料里没有经营者，请先到账户资料里补上",
                        "请填写联系电话",
                        "请选择所在地区",
                        "请选择经营种类",
                        "请填写摊位宽度",
                        "请填写开始日期",
                        "请选择出摊日，至少选一项",
                        "请勾选“我会遵守集市约定”");
        assertThat(form.problems("stall", Answers.none(), "en"))
                .extracting(Problem::message)
                .containsExactly("Choose trade", "Enter width", "Enter first day", "Choose at least one: days");
    }

    @Test
    void aKnownAnswerIsNotMissedWhileAPageIsFilledIn() {
        assertThat(form.problems("who", Answers.none(), "zh"))
                .extracting(Problem::pointer)
                .containsExactly("/phone", "/home");
    }

    @Test
    void aKnownAnswerThatIsWrongIsToBeMendedInTheAccount() {
        assertThat(form.problems(goodWith("code", "91341600MA2N8K4T7B"), "zh"))
                .extracting(Problem::message)
                .containsExactly("统一社会信用代码不对，请对照营业执照上的统一社会信用代码再核对一遍。这一项来自您的账户资料，请到那里更正");
    }

    @Test
    void blanksAreNoAnswer() {
        assertThat(form.problems(goodWith("phone", "  "), "zh"))
                .containsExactly(new Problem("/phone", "required", "请填写联系电话"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "phone    | 1380567012          | format   | 联系电话少了一位，手机号应为 11 位 | Contact phone is one digit short; a mobile number has 11 digits",
                "phone    | 1380567012345       | format   | 联系电话多了 2 位，手机号应为 11 位 | Contact phone has 2 digits too many; a mobile number has 11 digits",
                "phone    | 12345               | format   | 联系电话不对，请填写 11 位手机号，或者带区号的固定电话，例如 0558-5550123 | Contact phone must be a mobile number with 11 digits or a landline with area code, such as 0558-5550123",
                "mail     | anna@               | format   | 邮箱的格式不对，应类似 name@example.com | Mail must be an address like name@example.com",
                "begins   | 2026-2-30           | format   | 开始日期不是一个有效的日期，请依次填写年、月、日，例如 2026、11、21 | First day must be a real date: enter year, month and day, such as 2026, 11, 21",
                "width    | wide                | type     | 摊位宽度要填数字，例如 12.5 | Width must be a number, such as 12.5",
                "trade    | drinks              | choice   | 请从列出的选项中选择经营种类 | Choose one of the options for trade",
                "home     | 440000              | format   | 所在地区无法识别，请重新选择 | Region is not known; please choose again",
                "home     | 4401                | format   | 所在地区无法识别，请重新选择 | Region is not known; please choose again"
            })
    void whatIsWrongSaysHowToMendIt(String name, String value, String code, String zh, String en) {
        assertThat(form.problems(goodWith(name, value), "zh")).containsExactly(new Problem("/" + name, code, zh));
        assertThat(form.problems(goodWith(name, value), "en")).containsExactly(new Problem("/" + name, code, en));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0      | minimum | 摊位宽度要大于 0 米",
                "12.51  | maximum | 摊位宽度不能大于 12.5 米",
                "1.234  | step    | 摊位宽度最多保留 2 位小数"
            })
    void aNumberOutsideItsLimitsNamesTheLimitAndTheUnit(BigDecimal width, String code, String message) {
        assertThat(form.problems(goodWith("width", width), "zh")).containsExactly(new Problem("/width", code, message));
    }

    @Test
    void anAbsurdNumberIsRefusedAtOnce() {
        Assertions.assertTimeout(Duration.ofSeconds(2), () -> {
            for (String absurd : List.of("1E1000000000", "1E-1000000000", "-7E999999")) {
                assertThat(form.problems(goodWith("width", new BigDecimal(absurd)), "zh"))
                        .hasSize(1);
                assertThat(form.page("stall", goodWith("width", new BigDecimal(absurd)), Map.of(), "zh", List.of()))
                        .isNotNull();
            }
        });
    }

    @Test
    void aTextThatIsTooLongSaysByHowMuch() {
        assertThat(form.problems(goodWith("remark", "长".repeat(51)), "zh"))
                .containsExactly(new Problem("/remark", "too-long", "备注最多 50 个字，现在有 51 个字，请缩短"));
        assertThat(form.problems(goodWith("remark", "😀".repeat(50)), "zh")).isEmpty();
    }

    @Test
    void listsAreCheckedAsAWholeAndByElement() {
        assertThat(form.problems(goodWith("days", List.of("sat", "sat")), "zh"))
                .extracting(Problem::code)
                .containsExactly("repeated");
        assertThat(form.problems(goodWith("days", List.of("mon")), "zh"))
                .extracting(Problem::code)
                .containsExactly("choice");
        assertThat(form.problems(goodWith("helpers", Collections.nCopies(4, Map.of("name", "李一"))), "zh"))
                .containsExactly(new Problem("/helpers", "too-many", "帮手最多 3 项，请去掉多余的"));
        assertThat(form.problems(
                        goodWith(
                                "helpers",
                                List.of(
                                        Map.of("name", "李"),
                                        Map.of(),
                                        Map.of("name", "王二", "id", "34160219900101123X"))),
                        "zh"))
                .containsExactly(
                        new Problem("/helpers/0/name", "too-short", "姓名太短，至少要 2 个字"),
                        new Problem("/helpers/1/name", "required", "请填写姓名"),
                        new Problem("/helpers/2/id", "format", "身份证号码不对，请对照身份证再核对一遍"));
    }

    @Test
    void whatAChoiceBringsUpSaysWhyItIsAsked() {
        Map<String, Object> answers = Stall.good();
        answers.put("trade", "food");
        answers.put("kitchen", Map.of("gas", true));

        assertThat(form.problems(Answers.of(answers), "zh"))
                .containsExactly(new Problem("/kitchen/bottles", "required", "勾选了“使用燃气”，请填写气瓶数量"));
        assertThat(form.problems(Answers.of(answers), "en"))
                .extracting(Problem::message)
                .containsExactly("You ticked “I use gas”: enter number of bottles");
    }

    @Test
    void whatIsHiddenIsNeitherMissedNorCheckedNorFiled() {
        Map<String, Object> answers = Stall.good();
        answers.put("kitchen", Map.of("gas", true, "bottles", 99));
        Answers draft = Answers.of(answers);

        assertThat(form.problems(draft, "zh")).isEmpty();
        assertThat(form.effective(draft, Stall.KNOWN).at("/kitchen")).isEmpty();
        assertThat(form.merge("stall", draft, Stall.posted("width", "3")).at("/kitchen/bottles"))
                .isPresent();
    }

    @Test
    void aHiddenAnswerShowsNothingElse() {
        Map<String, Object> answers = Stall.good();
        answers.put("kitchen", Map.of("gas", true));

        assertThat(Stall.fields(form.page("stall", Answers.of(answers), Map.of(), "zh", List.of())
                        .blocks()))
                .extracting(field -> field.name())
                .doesNotContain("kitchen.gas", "kitchen.bottles");
    }

    @Test
    void aDisabledQuestionIsShownButDoesNotCount() {
        Answers one = goodWith("first", "sun");
        Map<String, Object> both = Stall.good();
        both.put("days", List.of("sat", "sun"));
        both.put("first", "sun");

        assertThat(Stall.field(form.page("stall", one, Map.of(), "zh", List.of()), "first")
                        .enabled())
                .isFalse();
        assertThat(form.effective(one, Stall.KNOWN).at("/first")).isEmpty();
        assertThat(Stall.field(form.page("stall", Answers.of(both), Map.of(), "zh", List.of()), "first")
                        .enabled())
                .isTrue();
        assertThat(form.effective(Answers.of(both), Stall.KNOWN).text("/first")).contains("sun");
    }

    @Test
    void whatMustBeAgreedToSpeaksInTheWordsOfTheItem() {
        assertThat(form.problems(goodWith("rules", false), "zh"))
                .containsExactly(new Problem("/rules", "agree", "要先同意集市约定，才能申请摊位"));
    }

    @Test
    void whatMustBeAgreedToIsRequiredEvenIfTheSchemaForgotIt() {
        String schema = Stall.SCHEMA.replace("\"days\", \"rules\"]", "\"days\"]");
        Form forgetful = ((Forms.Good) Stall.compile(schema, Stall.UI, Stall.TEXTS)).form();
        Map<String, Object> answers = Stall.good();
        answers.remove("rules");

        assertThat(forgetful.problems(Answers.of(answers), "en"))
                .containsExactly(new Problem("/rules", "required", "Tick “I follow the rules of the market”"));
    }

    @Test
    void namesThatTheFormDoesNotKnowAreReported() {
        Map<String, Object> answers = Stall.good();
        answers.put("shoe/size", 43);
        answers.put("trade", "food");
        answers.put("kitchen", Map.of("gas", false, "oven", true));
        answers.put("helpers", List.of(Map.of("name", "李一", "age", 20)));

        assertThat(form.problems(Answers.of(answers), "zh"))
                .extracting(Problem::pointer, Problem::code)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("/shoe~1size", "unknown"),
                        org.assertj.core.groups.Tuple.tuple("/kitchen/oven", "unknown"),
                        org.assertj.core.groups.Tuple.tuple("/helpers/0/age", "unknown"));
        assertThat(form.effective(Answers.of(answers), Stall.KNOWN).asMap()).doesNotContainKey("shoe/size");
    }

    @Test
    void thousandsOfUnknownNamesAreReportedByTheFirstFew() {
        Map<String, Object> answers = Stall.good();
        for (int i = 0; i < 5_000; i++) {
            answers.put("k" + i, 1);
        }

        assertThat(form.problems(Answers.of(answers), "zh")).hasSize(20);
    }

    @Test
    void aPatternThatExplodesGivesUp() {
        String schema = Stall.SCHEMA.replace("\"maxLength\": 50}", "\"maxLength\": 50, \"pattern\": \"^(a+)+$\"}");
        Form slow = ((Forms.Good) Stall.compile(schema, Stall.UI, Stall.TEXTS)).form();

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertThat(slow.problems(goodWith("remark", "a".repeat(49) + "!"), "zh"))
                    .extracting(Problem::code)
                    .containsExactly("pattern");
            assertThat(slow.problems(goodWith("remark", "aaaa"), "zh")).isEmpty();
        });
    }

    @Test
    void conditionsOfAnItemReadTheSameLanguage() {
        Map<String, Object> condition = Map.of("scope", "#/properties/width", "schema", Map.of("exclusiveMinimum", 3));

        assertThat(form.holds(condition, Answers.of(Stall.good()))).isTrue();
        assertThat(form.holds(condition, goodWith("width", 3))).isFalse();
        assertThat(form.holds(condition, Answers.none())).isFalse();
        assertThat(form.holds(
                        Map.of(
                                "type",
                                "OR",
                                "conditions",
                                List.of(
                                        condition,
                                        Map.of("scope", "#/properties/trade", "schema", Map.of("const", "food")))),
                        goodWith("trade", "food")))
                .isTrue();
        assertThatThrownBy(() -> form.holds(
                        Map.of("scope", "#/properties/nowhere", "schema", Map.of("const", 1)), Answers.none()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("#/properties/nowhere");
        assertThatThrownBy(() -> form.holds(new HashMap<>(), Answers.none()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
