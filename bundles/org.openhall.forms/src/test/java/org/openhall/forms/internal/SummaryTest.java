package org.openhall.forms.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openhall.api.forms.Form;
import org.openhall.api.forms.PageModel;
import org.openhall.item.Answers;

class SummaryTest {

    private final Form form = Stall.form();

    @Test
    void theApplicationReadsInWords() {
        Map<String, Object> answers = Stall.good();
        answers.put("trade", "food");
        answers.put("kitchen", Map.of("gas", false));
        answers.put("rent", 1234.5);
        answers.put("days", List.of("sat", "holiday"));
        answers.put(
                "helpers", List.of(Map.of("name", "李一"), Map.of("name", "王二", "drives", true, "plate", "皖S 12345")));
        answers.put("remark", "靠近水源\n谢谢");

        assertThat(lines(Answers.of(answers), "zh"))
                .containsExactly(
                        "who/经营者信息/经营者=晨光食品店",
                        "who/经营者信息/联系电话=13805670123",
                        "who/经营者信息/邮箱=",
                        "who/经营者/所在地区=亳州市谯城区",
                        "stall/摊位/经营种类=食品",
                        "stall/厨房/使用燃气=否",
                        "stall/摊位/摊位宽度=3.5 米",
                        "stall/摊位/可以接受的租金=¥1,234.50",
                        "stall/摊位/开始日期=2026年11月21日",
                        "stall/摊位/出摊日=周六|节假日",
                        "helpers/帮手 1/姓名=李一",
                        "helpers/帮手 1/身份证号码=",
                        "helpers/帮手 1/开车来=",
                        "helpers/帮手 2/姓名=王二",
                        "helpers/帮手 2/身份证号码=",
                        "helpers/帮手 2/开车来=是",
                        "helpers/帮手 2/车牌号=皖S 12345",
                        "helpers/帮手和约定/我会遵守集市约定=是",
                        "helpers/帮手和约定/备注=靠近水源|谢谢");
        assertThat(lines(Answers.of(answers), "en"))
                .contains(
                        "stall/Stall/First day=21 November 2026",
                        "stall/Stall/Width=3.5 m",
                        "stall/Stall/Days=Saturday|Holidays",
                        "stall/Kitchen/I use gas=No");
    }

    @Test
    void everyLineLeadsToItsField() {
        Answers answers = Stall.goodWith("helpers", List.of(Map.of("name", "李一")));

        Form.Line name = form.summary(answers, "zh").stream()
                .flatMap(section -> section.lines().stream())
                .filter(line -> line.pointer().equals("/helpers/0/name"))
                .findFirst()
                .orElseThrow();
        PageModel page = form.page("helpers", answers, Map.of(), "zh", List.of());

        assertThat(Stall.field(page, name.field()).id()).isEqualTo("f-helpers-0-name");
    }

    @Test
    void thePlacesOfTheFormAreListedForComparison() {
        assertThat(form.pointers())
                .containsEntry("/phone", "string phone")
                .containsEntry("/helpers", "array")
                .containsEntry("/helpers/-/id", "string resident-id")
                .containsEntry("/kitchen/bottles", "integer")
                .hasSize(20);
        assertThat(form.schema()).isEqualTo(Stall.SCHEMA);
        assertThat(form.uiSchema()).isEqualTo(Stall.UI);
    }

    @Test
    void whatIsFiledHasNoProblemsAndStaysTheSameWhenTakenAgain() {
        Answers filed = form.effective(Stall.goodWith("remark", ""), Stall.KNOWN);

        assertThat(filed.text("/code")).contains("91341600MA2N8K4T7A");
        assertThat(filed.at("/remark")).isEmpty();
        assertThat(form.effective(filed, Stall.KNOWN)).isEqualTo(filed);
        assertThat(form.problems(filed, "zh")).isEmpty();
    }

    @Test
    void manyPeopleFillInTheSameFormAtOnce() throws Exception {
        Answers answers = Stall.goodWith("width", "3,5");
        PageModel alone = form.page("stall", answers, Stall.KNOWN, "zh", form.problems("stall", answers, "zh"));
        Callable<Boolean> work = () -> IntStream.range(0, 500)
                .allMatch(i -> form.page("stall", answers, Stall.KNOWN, "zh", form.problems("stall", answers, "zh"))
                        .equals(alone));
        ExecutorService people = Executors.newFixedThreadPool(4);
        try {
            for (var each : people.invokeAll(List.of(work, work, work, work))) {
                assertThat(each.get()).isTrue();
            }
        } finally {
            people.shutdownNow();
        }
    }

    private List<String> lines(Answers answers, String language) {
        return form.summary(answers, language).stream()
                .flatMap(section -> section.lines().stream()
                        .map(line -> section.page() + "/" + section.title() + "/" + line.question() + "="
                                + String.join("|", line.answer())))
                .toList();
    }
}
