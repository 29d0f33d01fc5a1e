package org.openhall.forms.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhall.api.forms.PageModel.Control;
import org.openhall.api.forms.PageModel.Field;
import org.openhall.api.forms.PageModel.Option;
import org.openhall.api.users.Directory.Region;
import org.openhall.forms.internal.Element.Ask;

/** Draws one question. */
final class FieldDrawer {

    private final Blueprint form;
    private final String language;
    private final Phrases phrases;

    FieldDrawer(Blueprint form, String language, Phrases phrases) {
        this.form = form;
        this.language = language;
        this.phrases = phrases;
    }

    Field field(Ask ask, Drawer.Around around, boolean enabled, List<String> errors) {
        Place place = ask.place();
        Optional<Object> answer = around.view().draft(place);
        String suffix = ask.options().suffix();
        return new Field(
                around.name(place),
                around.pointer(place),
                ask.control(),
                form.texts().label(language, place),
                form.texts().get(language, "field." + place.key() + ".hint"),
                place.required(),
                enabled,
                values(ask, answer),
                options(ask, answer),
                errors,
                attributes(ask),
                suffix.isEmpty() ? "" : form.texts().get(language, suffix),
                ask.control() == Control.REGION || form.watched().contains(place.key()));
    }

    private List<String> values(Ask ask, Optional<Object> answer) {
        if (ask.control() == Control.DATE) {
            return date(answer.map(Phrases::plain).orElse(""));
        }
        if (answer.isEmpty()) {
            return List.of();
        }
        return switch (ask.control()) {
            case CHECKBOXES -> Tree.list(answer).stream().map(Phrases::plain).toList();
            case CHECKBOX -> answer.get().equals(true) ? List.of("true") : List.of();
            case REGION -> path(ask, answer).stream().map(Region::code).toList();
            default -> {
                String value = ask.place()
                        .choice(answer.get())
                        .map(Choice::posted)
                        .orElseGet(() -> Phrases.plain(answer.get()));
                yield value.isEmpty() ? List.of() : List.of(value);
            }
        };
    }

    /** Year, month and day without leading zeros, as people write them. */
    private static List<String> date(String text) {
        boolean day = Formats.day(text).isPresent();
        List<String> parts = new ArrayList<>(Arrays.asList(text.split("-", 3)));
        while (parts.size() < 3) {
            parts.add("");
        }
        return day ? parts.stream().map(part -> part.replaceFirst("^0+", "")).toList() : List.copyOf(parts);
    }

    private List<Region> path(Ask ask, Optional<Object> answer) {
        return answer.filter(String.class::isInstance)
                .flatMap(
                        code -> form.regions().path((String) code, ask.options().root()))
                .orElse(List.of());
    }

    private List<Option> options(Ask ask, Optional<Object> answer) {
        Place place = ask.place();
        if (ask.control() == Control.REGION) {
            return regions(ask, answer);
        }
        if (ask.control() == Control.RADIO && place.kind() == Kind.BOOLEAN) {
            return List.of(
                    new Option("true", phrases.yesNo(true), "", 0), new Option("false", phrases.yesNo(false), "", 0));
        }
        List<Option> options = new ArrayList<>(place.choices().size());
        for (Choice choice : place.choices()) {
            String hint = form.texts().get(language, "field." + place.key() + ".option." + choice.posted() + ".hint");
            options.add(new Option(choice.posted(), form.texts().option(language, place, choice), hint, 0));
        }
        return List.copyOf(options);
    }

    /** The top level, and below each chosen region the next, as far down as is asked. */
    private List<Option> regions(Ask ask, Optional<Object> answer) {
        List<Region> path = path(ask, answer);
        List<Option> options = new ArrayList<>();
        for (int level = 0; level < ask.options().levels() && level <= path.size(); level++) {
            String above =
                    level == 0 ? ask.options().root() : path.get(level - 1).code();
            for (Region region : form.regions().below(above)) {
                options.add(new Option(region.code(), region.name(), "", level));
            }
        }
        return List.copyOf(options);
    }

    private static Map<String, String> attributes(Ask ask) {
        JsonNode limits = ask.place().limits();
        Map<String, String> attributes = new LinkedHashMap<>();
        switch (ask.control()) {
            case TEXT, TEXTAREA ->
                attributes.put("maxlength", Integer.toString(ask.place().longest()));
            case NUMBER, MONEY -> {
                attributes.put("inputmode", ask.place().kind() == Kind.INTEGER ? "numeric" : "decimal");
                copy(limits, "minimum", attributes, "min");
                copy(limits, "maximum", attributes, "max");
                copy(limits, "multipleOf", attributes, "step");
            }
            case DATE -> attributes.put("inputmode", "numeric");
            case EMAIL -> {
                attributes.put("inputmode", "email");
                attributes.put("spellcheck", "false");
                attributes.put("autocomplete", "email");
            }
            case PHONE -> {
                attributes.put("inputmode", "tel");
                attributes.put("autocomplete", "tel");
            }
            case RESIDENT_ID, CREDIT_CODE -> {
                attributes.put("autocomplete", "off");
                attributes.put("autocapitalize", "characters");
                attributes.put("spellcheck", "false");
            }
            default -> {
                return Map.of();
            }
        }
        if (!ask.options().autocomplete().isEmpty()) {
            attributes.put("autocomplete", ask.options().autocomplete());
        }
        return attributes;
    }

    private static void copy(JsonNode limits, String keyword, Map<String, String> attributes, String name) {
        if (limits.has(keyword)) {
            attributes.put(name, limits.get(keyword).decimalValue().toPlainString());
        }
    }
}
