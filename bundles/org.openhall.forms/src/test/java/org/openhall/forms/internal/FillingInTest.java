package org.openhall.forms.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openhall.forms.internal.Stall.KNOWN;
import static org.openhall.forms.internal.Stall.field;
import static org.openhall.forms.internal.Stall.posted;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.openhall.api.forms.Form;
import org.openhall.api.forms.PageModel;
import org.openhall.api.forms.PageModel.Control;
import org.openhall.api.forms.PageModel.Option;
import org.openhall.item.Answers;

class FillingInTest {

    private final Form form = Stall.form();

    @Test
    void theStepsAreNamedInBothLanguages() {
        assertThat(form.pages(Answers.none(), "zh"))
                .extracting(Form.PageTitle::title)
                .containsExactly("经营者", "摊位", "帮手和约定");
        assertThat(form.pages(Answers.none(), "en"))
                .containsExactly(
                        new Form.PageTitle("who", "Trader"),
                        new Form.PageTitle("stall", "Stall"),
                        new Form.PageTitle("helpers", "Helpers and rules"));
    }

    @Test
    void whatTheHallKnowsIsShownTogetherAndNotAsked() {
        PageModel page = form.page("who", Answers.none(), KNOWN, "zh", List.of());

        PageModel.Group group = (PageModel.Group) page.blocks().get(0);
        PageModel.Known known = (PageModel.Known) group.blocks().get(0);
        assertThat(group.title()).isEqualTo("经营者信息");
        assertThat(known.lines())
                .extracting(Form.Line::question, line -> String.join("", line.answer()))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("经营者", "晨光食品店"),
                        org.assertj.core.groups.Tuple.tuple("统一社会信用代码", "91341600MA2N8K4T7A"));
        assertThat(Stall.fields(page.blocks()))
                .extracting(PageModel.Field::name)
                .containsExactly("phone", "mail", "home");
    }

    @Test
    void aSuggestedPhoneIsFilledInAtFirstAndCanBeChanged() {
        Answers first = form.initial(KNOWN);
        Answers changed = form.merge("who", first, posted("phone", "０５５８-５５５ ０１２３", "mail", ""));

        assertThat(first.text("/phone")).contains("13805670123");
        assertThat(first.number("/rent")).contains(new BigDecimal("120"));
        assertThat(changed.text("/phone")).contains("05585550123");
    }

    @Test
    void aKnownAnswerCannotBeTyped() {
        Answers merged = form.merge("who", Answers.none(), posted("trader", "somebody else"));
        Answers sent = form.effective(Answers.of(Map.of("trader", "somebody else")), KNOWN);

        assertThat(merged).isEqualTo(Answers.none());
        assertThat(sent.text("/trader")).contains("晨光食品店");
    }

    @Test
    void numbersAreUnderstoodHoweverTheyAreTyped() {
        assertThat(merged("width", "１２．５")).isEqualTo(new BigDecimal("12.5"));
        assertThat(merged("width", " 3。50 ")).isEqualTo(new BigDecimal("3.5"));
        assertThat(merged("rent", "￥1,234.50 元")).isEqualTo(new BigDecimal("1234.5"));
        assertThat(merged("rent", "1000")).isEqualTo(new BigDecimal("1000"));
    }

    @Test
    void whatIsNoNumberStaysAsTypedAndIsShownAgain() {
        Answers answers = form.merge("stall", Answers.none(), posted("width", "3,5"));
        PageModel page = form.page("stall", answers, KNOWN, "zh", form.problems("stall", answers, "zh"));

        assertThat(field(page, "width").value()).isEqualTo("3,5");
        assertThat(field(page, "width").errors()).containsExactly("摊位宽度要填数字，例如 12.5");
    }

    @Test
    void aDateIsThreeFieldsAndAnImpossibleOneIsShownAgain() {
        Answers good =
                form.merge("stall", Answers.none(), posted("begins-y", "２０２６", "begins-m", "11", "begins-d", "1"));
        Answers bad =
                form.merge("stall", Answers.none(), posted("begins-y", "2026", "begins-m", "2", "begins-d", "30"));
        Answers half = form.merge("stall", Answers.none(), posted("begins-y", "", "begins-m", "2", "begins-d", ""));
        Answers whole =
                form.merge("stall", Answers.none(), posted("begins-y", "2026年11月1日", "begins-m", "", "begins-d", ""));
        Answers none = form.merge("stall", good, posted("begins-y", "", "begins-m", " ", "begins-d", ""));

        assertThat(good.text("/begins")).contains("2026-11-01");
        assertThat(whole).isEqualTo(good);
        assertThat(none.at("/begins")).isEmpty();
        assertThat(stall(good, "begins").values()).containsExactly("2026", "11", "1");
        assertThat(stall(bad, "begins").values()).containsExactly("2026", "2", "30");
        assertThat(stall(half, "begins").values()).containsExactly("", "2", "");
        assertThat(stall(Answers.none(), "begins").values()).containsExactly("", "", "");
    }

    @Test
    void anUntickedBoxIsNoAndAnEmptyListIsNoAnswer() {
        Answers ticked = form.merge(
                "stall",
                Answers.none(),
                posted("kitchen.gas", "", "kitchen.gas", "true", "days", "", "days", "sat", "days", "sun"));
        Answers unticked = form.merge("stall", ticked, posted("kitchen.gas", "", "days", ""));
        Answers elsewhere = form.merge("stall", ticked, posted("width", "3"));

        assertThat(ticked.isTrue("/kitchen/gas")).isTrue();
        assertThat(ticked.list("/days")).containsExactly("sat", "sun");
        assertThat(unticked.at("/kitchen/gas")).contains(false);
        assertThat(unticked.at("/days")).isEmpty();
        assertThat(elsewhere.list("/days")).containsExactly("sat", "sun");
    }

    @Test
    void onePageLeavesTheAnswersOfOthersAlone() {
        Answers before = Answers.of(Stall.good());
        Answers after = form.merge("who", before, posted("phone", "13805670124", "width", "9", "unheard", "of"));

        assertThat(after.asMap())
                .isEqualTo(Stall.goodWith("phone", "13805670124").asMap());
    }

    @Test
    void choicesShowTheirLabelsAndFewAreRadioButtons() {
        PageModel.Field trade = stall(Answers.none(), "trade");

        assertThat(trade.control()).isEqualTo(Control.RADIO);
        assertThat(trade.options())
                .containsExactly(new Option("food", "食品", "", 0), new Option("craft", "手工艺品", "", 0));
        assertThat(field(form.page("stall", Answers.none(), KNOWN, "en", List.of()), "trade")
                        .options())
                .extracting(Option::label)
                .containsExactly("Food", "Crafts");
        assertThat(stall(Answers.none(), "first").control()).isEqualTo(Control.SELECT);
    }

    @Test
    void aQuestionThatOthersDependOnDrawsThePageAgain() {
        assertThat(stall(Answers.none(), "trade").refresh()).isTrue();
        assertThat(stall(Answers.none(), "days").refresh()).isTrue();
        assertThat(stall(Answers.none(), "width").refresh()).isFalse();
    }

    @Test
    void theNextLevelOfARegionAppearsOnceTheOneAboveIsPosted() {
        Answers none = form.merge("who", Answers.none(), posted("home-0", ""));
        Answers city = form.merge("who", none, posted("home-0", "3416"));
        Answers county = form.merge("who", city, posted("home-0", "3416", "home-1", "341621"));
        Answers otherCity = form.merge("who", county, posted("home-0", "3401", "home-1", "341621"));

        assertThat(levels(none)).containsExactly(0, 0);
        assertThat(levels(city)).containsExactly(0, 0, 1, 1);
        assertThat(form.problems("who", city, "zh")).extracting("message").contains("请把所在地区选到下一级");
        assertThat(county.text("/home")).contains("341621");
        assertThat(home(county).values()).containsExactly("3416", "341621");
        assertThat(otherCity.text("/home")).contains("3401");
    }

    @Test
    void rowsAreAddedFilledAndRemovedByButtons() {
        Answers two = form.merge("helpers", Answers.none(), posted("helpers.0.name", "李一", "add:helpers", ""));
        Answers filled = form.merge(
                "helpers", two, posted("helpers.0.name", "李一", "helpers.1.name", "王二", "helpers.1.drives", "true"));
        Answers one = form.merge(
                "helpers", filled, posted("helpers.0.name", "李一", "helpers.1.name", "王二二", "remove:helpers:0", ""));

        assertThat(two.list("/helpers")).hasSize(2);
        assertThat(filled.text("/helpers/1/name")).contains("王二");
        assertThat(one.list("/helpers")).hasSize(1);
        assertThat(one.text("/helpers/0/name")).contains("王二二");
        assertThat(one.isTrue("/helpers/0/drives")).isTrue();
        assertThat(form.merge("helpers", one, posted("remove:helpers:0", "")).at("/helpers"))
                .isEmpty();
    }

    @Test
    void noMoreRowsThanAllowedCanBeAdded() {
        Answers answers = Answers.none();
        for (int i = 0; i < 5; i++) {
            answers = form.merge("helpers", answers, posted("add:helpers", ""));
        }
        PageModel.Rows rows = (PageModel.Rows)
                form.page("helpers", answers, KNOWN, "zh", List.of()).blocks().get(0);

        assertThat(rows.rows()).hasSize(3);
        assertThat(rows.canAdd()).isFalse();
        assertThat(rows.canRemove()).isTrue();
        assertThat(rows.add()).isEqualTo("再加一位帮手");
    }

    @Test
    void aQuestionWithinARowAppearsForThatRowOnly() {
        Answers answers =
                form.merge("helpers", Answers.none(), posted("helpers.0.drives", "true", "helpers.1.name", "王二"));
        PageModel page = form.page("helpers", answers, KNOWN, "zh", List.of());

        assertThat(Stall.fields(page.blocks()))
                .extracting(PageModel.Field::name)
                .contains("helpers.0.plate")
                .doesNotContain("helpers.1.plate");
    }

    @Test
    void aPageThatDoesNotExistIsRefused() {
        assertThatThrownBy(() -> form.page("nowhere", Answers.none(), KNOWN, "zh", List.of()))
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void answersOfTheWrongShapeDoNotBreakThePage() {
        Answers odd = Answers.of(Map.of(
                "trade",
                Map.of("a", 1),
                "days",
                "sat",
                "helpers",
                List.of("x", 5),
                "kitchen",
                "gas",
                "home",
                34,
                "begins",
                true,
                "width",
                new BigDecimal("1E1000000000")));

        for (String page : List.of("who", "stall", "helpers")) {
            assertThat(form.page(page, odd, KNOWN, "zh", form.problems(page, odd, "zh"))
                            .blocks())
                    .isNotEmpty();
        }
        assertThat(form.problems(odd, "zh")).isNotEmpty();
        assertThat(form.summary(odd, "en")).isNotEmpty();
        assertThat(form.merge("helpers", odd, posted("helpers.0.name", "李一")).text("/helpers/0/name"))
                .contains("李一");
    }

    private Object merged(String name, String typed) {
        return form.merge("stall", Answers.none(), posted(name, typed))
                .at("/" + name)
                .orElseThrow();
    }

    private PageModel.Field stall(Answers answers, String name) {
        return field(form.page("stall", answers, KNOWN, "zh", List.of()), name);
    }

    private PageModel.Field home(Answers answers) {
        return field(form.page("who", answers, KNOWN, "zh", List.of()), "home");
    }

    private List<Integer> levels(Answers answers) {
        return home(answers).options().stream().map(Option::level).toList();
    }
}
