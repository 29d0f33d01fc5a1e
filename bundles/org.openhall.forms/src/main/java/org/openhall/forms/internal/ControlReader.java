package org.openhall.forms.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openhall.api.forms.PageModel.Control;
import org.openhall.forms.internal.Element.Ask;
import org.openhall.forms.internal.UiReader.Context;

/** Reads a control: what it asks, how, and with which options. */
final class ControlReader {

    static final Set<String> KNOWN = Set.of(
            "party.name",
            "party.idNumber",
            "party.idType",
            "party.legalRepresentative",
            "party.phone",
            "account.name",
            "account.phone");

    private static final int FEW = 6;

    private final UiReader layout;

    ControlReader(UiReader layout) {
        this.layout = layout;
    }

    Optional<Element> read(Spot spot, Optional<Rule> rule, Context context) {
        spot.allow("a Control", Set.of("type", "scope", "options", "rule", "$comment"));
        Optional<String> scope = spot.text("scope");
        if (scope.isEmpty()) {
            spot.refuse("The control does not say what it asks. Add \"scope\".", "这个控件没有写明问什么，请加上“scope”。");
            return Optional.empty();
        }
        Place place = context.places().get(scope.get());
        if (place == null) {
            spot.at("scope")
                    .refuse(
                            "The schema has no " + scope.get()
                                    + " that can be answered. Correct the scope or add the property"
                                    + (context.row() ? "; within a list, scopes begin at its element." : "."),
                            "表单结构里没有可以回答的 " + scope.get() + "，请改正 scope 或者补上这个属性"
                                    + (context.row() ? "；在列表里，scope 从它的元素算起。" : "。"));
            return Optional.empty();
        }
        if (spot.has("options") && !spot.at("options").node().isObject()) {
            spot.at("options").refuse("\"options\" must be an object.", "“options”必须是对象。");
        }
        Options options = options(spot.at("options"), place, context.row());
        List<Element> detail = List.of();
        Sheet row = Sheet.NONE;
        if (place.kind() == Kind.ROWS) {
            List<Ask> asks = new ArrayList<>();
            Context inner = new Context(place.cells(), List.of(), asks, true, context.depth() + 1);
            detail = spot.at("options").has("detail")
                    ? detail(spot.at("options").at("detail"), inner)
                    : plain(spot, place, asks);
            row = Sheet.of(asks, place.cells());
            Layouts.check(spot, row);
        }
        Ask ask = new Ask(
                spot,
                place,
                control(place, options),
                options,
                context.within(rule).rules(),
                row);
        context.asks().add(ask);
        return Optional.of(new Element.Question(rule, ask, detail));
    }

    private List<Element> detail(Spot spot, Context context) {
        spot.allow("the detail of a list", Set.of("type", "elements", "$comment"));
        if (!spot.node().path("type").asText("").equals("VerticalLayout")) {
            spot.refuse(
                    "The detail of a list is a \"VerticalLayout\" with the controls of one element.",
                    "列表的“detail”是一个“VerticalLayout”，里面放一个元素的各个控件。");
            return List.of();
        }
        return layout.elements(spot, context);
    }

    /** Without a detail each element shows all its questions in the order of the schema. */
    private static List<Element> plain(Spot spot, Place list, List<Ask> asks) {
        List<Element> elements = new ArrayList<>();
        Options none = new Options("", "", false, "", "", "", "", 3);
        for (Place cell : list.cells().values()) {
            Ask ask = new Ask(spot, cell, control(cell, none), none, List.of(), Sheet.NONE);
            asks.add(ask);
            elements.add(new Element.Question(Optional.empty(), ask, List.of()));
        }
        return elements;
    }

    private static Options options(Spot spot, Place place, boolean row) {
        if (!spot.node().isObject()) {
            return new Options("", "", false, "", "", "", "", 3);
        }
        boolean text = place.kind() == Kind.TEXT;
        boolean words = text
                || place.kind() == Kind.CHOICE
                        && place.limits().path("type").asText("").equals("string");
        boolean free = text && place.format().isEmpty();
        boolean region = place.format().equals("region");
        Set<String> allowed = new HashSet<>();
        if (words && !region && !row) {
            allowed.addAll(Set.of("from", "suggest"));
        }
        if (text && !region || place.kind().number()) {
            allowed.add("autocomplete");
        }
        if (free) {
            allowed.add("multi");
        }
        if (free || place.kind().number() && place.format().isEmpty()) {
            allowed.add("suffix");
        }
        if (region) {
            allowed.addAll(Set.of("root", "levels"));
        }
        if (Set.of(Kind.CHOICE, Kind.BOOLEAN).contains(place.kind())) {
            allowed.add("format");
        }
        if (place.kind() == Kind.ROWS) {
            allowed.add("detail");
        }
        spot.allow("the options of this control", allowed);
        if (spot.has("from") && spot.node().size() > 1) {
            spot.refuse(
                    "A control with \"from\" is not typed, so other options mean nothing. Remove them.",
                    "带“from”的控件不用填写，其他选项没有意义，请删掉。");
        }
        return new Options(
                known(spot, "from"),
                known(spot, "suggest"),
                flag(spot, "multi"),
                matching(
                        spot,
                        "format",
                        place.kind() == Kind.BOOLEAN ? "radio|checkbox" : "radio|select",
                        "radio or " + (place.kind() == Kind.BOOLEAN ? "checkbox" : "select"),
                        " radio 或 " + (place.kind() == Kind.BOOLEAN ? "checkbox" : "select")),
                matching(
                        spot,
                        "autocomplete",
                        "[a-z0-9 -]{1,60}",
                        "a token of HTML such as name or tel",
                        " HTML 的自动填写名，例如 name 或 tel"),
                matching(spot, "suffix", "[A-Za-z0-9._-]{1,60}", "the key of a text", "一条文字的键"),
                matching(spot, "root", "[0-9]{2,12}", "the code of a region", "一个地区的代码"),
                levels(spot));
    }

    private static String known(Spot spot, String name) {
        String words = String.join(", ", KNOWN.stream().sorted().toList());
        return matching(spot, name, String.join("|", KNOWN).replace(".", "\\."), "one of " + words, "下列之一：" + words);
    }

    private static String matching(Spot spot, String name, String pattern, String expected, String chinese) {
        String value = spot.text(name).orElse("");
        if (!value.isEmpty() && !value.matches(pattern)) {
            spot.at(name).refuse("\"" + name + "\" must be " + expected + ".", "“" + name + "”必须是" + chinese + "。");
            return "";
        }
        return value;
    }

    private static boolean flag(Spot spot, String name) {
        if (spot.has(name) && !spot.node().get(name).isBoolean()) {
            spot.at(name).refuse("\"" + name + "\" must be true or false.", "“" + name + "”必须是 true 或 false。");
        }
        return spot.node().path(name).asBoolean(false);
    }

    private static int levels(Spot spot) {
        int levels = spot.node().path("levels").asInt(3);
        if (spot.has("levels") && (!spot.node().get("levels").isIntegralNumber() || levels < 1 || levels > 6)) {
            spot.at("levels").refuse("\"levels\" must be a whole number from 1 to 6.", "“levels”必须是 1 到 6 的整数。");
            return 3;
        }
        return levels;
    }

    private static Control control(Place place, Options options) {
        return switch (place.kind()) {
            case TEXT ->
                switch (place.format()) {
                    case "date" -> Control.DATE;
                    case "email" -> Control.EMAIL;
                    case "phone" -> Control.PHONE;
                    case "resident-id" -> Control.RESIDENT_ID;
                    case "credit-code" -> Control.CREDIT_CODE;
                    case "region" -> Control.REGION;
                    default -> options.multi() ? Control.TEXTAREA : Control.TEXT;
                };
            case NUMBER, INTEGER -> place.format().equals("money") ? Control.MONEY : Control.NUMBER;
            case BOOLEAN -> options.format().equals("radio") ? Control.RADIO : Control.CHECKBOX;
            case CHOICE ->
                options.format().equals("radio")
                                || options.format().isEmpty() && place.choices().size() <= FEW
                        ? Control.RADIO
                        : Control.SELECT;
            case CHOICES -> Control.CHECKBOXES;
            case ROWS -> Control.TEXT;
        };
    }
}
