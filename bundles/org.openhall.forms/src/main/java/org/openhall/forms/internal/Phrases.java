package org.openhall.forms.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openhall.api.forms.PageModel.Control;
import org.openhall.api.users.Directory.Region;
import org.openhall.forms.internal.Element.Ask;

/** Answers in words. */
final class Phrases {

    private static final DateTimeFormatter ENGLISH_DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final Blueprint form;
    private final Sentences sentences;
    private final String language;

    Phrases(Blueprint form, String language) {
        this.form = form;
        this.language = Sentences.language(language);
        this.sentences = new Sentences(form, language);
    }

    /** One line or several; none when there is no answer. What has the wrong type is given as it stands. */
    List<String> words(Ask ask, Optional<Object> answer) {
        if (answer.isEmpty() || Typed.empty(answer.get())) {
            return List.of();
        }
        Object value = answer.get();
        if (value instanceof List<?> list) {
            return list.stream().map(element -> choice(ask.place(), element)).toList();
        }
        if (value instanceof Boolean yes) {
            return List.of(yesNo(yes));
        }
        if (value instanceof BigDecimal number) {
            return List.of(number(ask, number));
        }
        return value instanceof String text ? text(ask, text) : List.of(plain(value));
    }

    String yesNo(boolean yes) {
        return sentences.plain(yes ? "words.yes" : "words.no");
    }

    private List<String> text(Ask ask, String text) {
        return switch (ask.control()) {
            case DATE -> List.of(Formats.day(text).map(this::day).orElse(text));
            case REGION -> List.of(region(ask, text));
            case TEXTAREA -> text.lines().toList();
            default -> List.of(ask.place().kind() == Kind.CHOICE ? choice(ask.place(), text) : unit(ask, text));
        };
    }

    private String number(Ask ask, BigDecimal number) {
        if (ask.place().kind() == Kind.CHOICE || !Nodes.sane(number)) {
            return choice(ask.place(), number);
        }
        return ask.control() == Control.MONEY ? money(number) : unit(ask, plain(number));
    }

    private static String money(BigDecimal amount) {
        // DecimalFormat cannot be shared between threads.
        DecimalFormat format = new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setRoundingMode(RoundingMode.UNNECESSARY);
        format.setMaximumFractionDigits(Math.max(2, amount.scale()));
        return (amount.signum() < 0 ? "-¥" : "¥") + format.format(amount.abs());
    }

    private String unit(Ask ask, String text) {
        return ask.options().suffix().isEmpty()
                ? text
                : text + " " + form.texts().get(language, ask.options().suffix());
    }

    private String choice(Place place, Object value) {
        return place.choice(value)
                .map(choice -> form.texts().option(language, place, choice))
                .orElseGet(() -> plain(value));
    }

    private String day(LocalDate day) {
        return language.equals("en")
                ? ENGLISH_DAY.format(day)
                : day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    /** Names from the top down; Chinese names stand without blanks. */
    private String region(Ask ask, String code) {
        Stream<String> names = form.regions().path(code, ask.options().root()).stream()
                .flatMap(List::stream)
                .map(Region::name);
        String joined = names.collect(Collectors.joining(language.equals("en") ? " " : ""));
        return joined.isEmpty() ? code : joined;
    }

    /** A value as typed into a field. */
    static String plain(Object value) {
        if (value instanceof BigDecimal number) {
            return Nodes.sane(number) ? number.toPlainString() : number.toString();
        }
        return value instanceof String || value instanceof Boolean ? value.toString() : "";
    }
}
