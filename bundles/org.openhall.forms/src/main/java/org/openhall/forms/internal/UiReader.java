package org.openhall.forms.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openhall.forms.internal.Element.Ask;
import org.openhall.forms.internal.Element.Step;

/** Reads the layout: pages, groups, controls and their rules. */
final class UiReader {

    private static final int DEEPEST = 8;
    private static final int MOST_ELEMENTS = 600;

    private final ConditionReader conditions;
    private final ControlReader controls;
    private int count;

    UiReader(ConditionReader conditions) {
        this.conditions = conditions;
        this.controls = new ControlReader(this);
    }

    List<Step> read(Spot root, Map<String, Place> places) {
        root.allow("the layout", Set.of("type", "elements", "$schema", "$comment"));
        if (!root.node().path("type").asText("").equals("Categorization")) {
            root.refuse(
                    "The layout must be a \"Categorization\" of \"Category\" elements, one a page.",
                    "布局必须是“Categorization”，里面一页一个“Category”。");
            return List.of();
        }
        List<Step> steps = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Spot page : elements(root)) {
            page.allow("a Category", Set.of("type", "i18n", "rule", "elements", "$comment"));
            if (!page.node().path("type").asText("").equals("Category")) {
                page.refuse(
                        "Only \"Category\" elements stand directly in the Categorization. Put this into one.",
                        "“Categorization”里只能直接放“Category”，请把它放进一个“Category”。");
                continue;
            }
            String id = page.text("i18n").orElse("");
            if (!id.matches("[a-z0-9-]{1,60}")) {
                page.at("i18n")
                        .refuse(
                                "A page is named by \"i18n\" of lower-case letters, digits and '-'. Its title stands under page.<i18n>.title.",
                                "每一页用“i18n”命名，由小写字母、数字和“-”组成；标题写在 page.<i18n>.title。");
            } else if (!ids.add(id)) {
                page.at("i18n")
                        .refuse(
                                "There is another page \"" + id + "\". Choose another name.",
                                "已经有一页叫“" + id + "”，请换一个名字。");
            }
            Optional<Rule> rule = rule(page, places);
            List<Ask> asks = new ArrayList<>();
            List<Element> elements =
                    elements(page, new Context(places, rule.map(List::of).orElse(List.of()), asks, false, 1));
            steps.add(new Step(id, rule, elements, List.copyOf(asks)));
        }
        if (!steps.isEmpty() && steps.stream().allMatch(step -> step.rule().isPresent())) {
            root.refuse("All pages may be hidden. Leave at least one page without a rule.", "所有页都可能不显示，请至少留一页不加规则。");
        }
        return steps;
    }

    /**
     * What holds for everything within an element.
     *
     * @param places that controls and rules may name
     * @param rules of everything around
     * @param asks collects the questions
     * @param row whether within a row of a list
     * @param depth how deep
     */
    record Context(Map<String, Place> places, List<Rule> rules, List<Ask> asks, boolean row, int depth) {

        Context within(Optional<Rule> rule) {
            List<Rule> all = new ArrayList<>(rules);
            rule.ifPresent(all::add);
            return new Context(places, List.copyOf(all), asks, row, depth + 1);
        }
    }

    List<Element> elements(Spot parent, Context context) {
        List<Element> elements = new ArrayList<>();
        for (Spot spot : elements(parent)) {
            element(spot, context).ifPresent(elements::add);
        }
        return List.copyOf(elements);
    }

    private List<Spot> elements(Spot parent) {
        Spot listed = parent.at("elements");
        if (!listed.node().isArray() || listed.node().isEmpty()) {
            parent.refuse(
                    "There is nothing in it. List what it holds under \"elements\".", "里面什么都没有，请在“elements”下列出内容。");
            return List.of();
        }
        return listed.children();
    }

    private Optional<Element> element(Spot spot, Context context) {
        if (++count > MOST_ELEMENTS || context.depth() > DEEPEST) {
            if (count <= MOST_ELEMENTS + 1) {
                spot.refuse(
                        "The layout has more than " + MOST_ELEMENTS + " elements or is nested more than " + DEEPEST
                                + " deep.",
                        "布局的元素超过 " + MOST_ELEMENTS + " 个，或者嵌套超过 " + DEEPEST + " 层。");
            }
            return Optional.empty();
        }
        Optional<Rule> rule = rule(spot, context.places());
        switch (spot.node().path("type").asText("")) {
            case "Group":
                spot.allow("a Group", Set.of("type", "i18n", "rule", "elements", "$comment"));
                return Optional.of(
                        new Element.Box(rule, named(spot, "group"), false, elements(spot, context.within(rule))));
            case "VerticalLayout", "HorizontalLayout":
                spot.allow("a layout", Set.of("type", "rule", "elements", "$comment"));
                boolean horizontal = spot.node().path("type").asText().equals("HorizontalLayout");
                return Optional.of(new Element.Box(rule, "", horizontal, elements(spot, context.within(rule))));
            case "Label":
                spot.allow("a Label", Set.of("type", "i18n", "rule", "$comment"));
                return Optional.of(new Element.Words(rule, named(spot, "label")));
            case "Control":
                return controls.read(spot, rule, context);
            default:
                spot.at("type")
                        .refuse(
                                "The hall does not know the element "
                                        + spot.node().path("type")
                                        + ". Known are Group, VerticalLayout, HorizontalLayout, Control and Label.",
                                "大厅不认识元素 " + spot.node().path("type")
                                        + "，可用的有 Group、VerticalLayout、HorizontalLayout、Control、Label。");
                return Optional.empty();
        }
    }

    private static String named(Spot spot, String what) {
        String i18n = spot.text("i18n").orElse("");
        if (!i18n.matches("[A-Za-z0-9._-]{1,60}")) {
            spot.refuse(
                    "The " + what
                            + " has no name for its texts. Add \"i18n\" of letters, digits, '.', '_' and '-'; its words stand under "
                            + what + ".<i18n>.",
                    "这个 " + what + " 没有命名，找不到它的文字。请加上“i18n”，由字母、数字、“.”、“_”、“-”组成；文字写在 " + what + ".<i18n>. 下。");
            return "unnamed";
        }
        return i18n;
    }

    private Optional<Rule> rule(Spot element, Map<String, Place> places) {
        if (!element.has("rule")) {
            return Optional.empty();
        }
        Spot rule = element.at("rule");
        rule.allow("a rule", Set.of("effect", "condition", "$comment"));
        String effect = rule.text("effect").orElse("");
        if (!Set.of("SHOW", "HIDE", "ENABLE", "DISABLE").contains(effect)) {
            rule.at("effect")
                    .refuse(
                            "The rule's \"effect\" must be SHOW, HIDE, ENABLE or DISABLE.",
                            "规则的“effect”必须是 SHOW、HIDE、ENABLE 或 DISABLE。");
            return Optional.empty();
        }
        if (element.node().path("type").asText("").equals("Category") && effect.endsWith("ABLE")) {
            rule.refuse("A page can only be shown or hidden. Use SHOW or HIDE.", "页只能显示或隐藏，请用 SHOW 或 HIDE。");
        }
        return conditions
                .read(rule.at("condition"), places)
                .map(condition -> new Rule(Rule.Effect.valueOf(effect), condition));
    }
}
