package org.openhall.forms.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Takes over keywords that limit a value, after a look at whether they make sense. */
final class KeywordReader {

    static final List<String> NUMBERS =
            List.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf");

    private KeywordReader() {}

    static void count(Spot spot, String keyword, int most, ObjectNode limits) {
        if (!spot.has(keyword)) {
            return;
        }
        JsonNode value = spot.node().get(keyword);
        if (!value.isIntegralNumber() || value.longValue() < 0 || value.longValue() > most) {
            spot.at(keyword)
                    .refuse(
                            "\"" + keyword + "\" must be a whole number from 0 to " + most + ".",
                            "“" + keyword + "”必须是 0 到 " + most + " 的整数。");
        } else {
            limits.set(keyword, value);
        }
    }

    static void ordered(Spot spot, String least, String most) {
        if (spot.node().path(least).isNumber()
                && spot.node().path(most).isNumber()
                && spot.node()
                                .get(least)
                                .decimalValue()
                                .compareTo(spot.node().get(most).decimalValue())
                        > 0) {
            spot.at(least)
                    .refuse(
                            "\"" + least + "\" is above \"" + most
                                    + "\", so that nothing can be answered. Swap or correct them.",
                            "“" + least + "”大于“" + most + "”，没有答案能满足，请对调或改正。");
        }
    }

    static void numbers(Spot spot, ObjectNode limits) {
        for (String keyword : NUMBERS) {
            JsonNode value = spot.node().path(keyword);
            if (value.isMissingNode()) {
                continue;
            }
            boolean fits = value.isNumber() && Nodes.sane(value.decimalValue());
            if (!fits || keyword.equals("multipleOf") && value.decimalValue().compareTo(BigDecimal.ZERO) <= 0) {
                spot.at(keyword)
                        .refuse(
                                "\"" + keyword + "\" must be a number"
                                        + (keyword.equals("multipleOf") ? " above 0." : "."),
                                "“" + keyword + "”必须是" + (keyword.equals("multipleOf") ? "大于 0 的数。" : "数。"));
            } else {
                limits.set(keyword, value);
            }
        }
        ordered(spot, "minimum", "maximum");
        ordered(spot, "exclusiveMinimum", "maximum");
        ordered(spot, "minimum", "exclusiveMaximum");
        ordered(spot, "exclusiveMinimum", "exclusiveMaximum");
    }

    static void pattern(Spot spot, ObjectNode limits) {
        spot.text("pattern").ifPresent(pattern -> {
            if (pattern.length() > BoundedPattern.LONGEST) {
                spot.at("pattern")
                        .refuse(
                                "The pattern is longer than " + BoundedPattern.LONGEST
                                        + " characters. Shorten it or write a rule.",
                                "正则表达式超过 " + BoundedPattern.LONGEST + " 个字符，请缩短或改写成规则。");
                return;
            }
            try {
                Pattern.compile(pattern);
                limits.put("pattern", pattern);
            } catch (PatternSyntaxException broken) {
                spot.at("pattern")
                        .refuse(
                                "The pattern is no regular expression: " + broken.getDescription() + ". Correct it.",
                                "这不是正则表达式：" + broken.getDescription() + "。请改正。");
            }
        });
    }
}
