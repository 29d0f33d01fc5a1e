package org.openhall.forms.internal;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Understands what people type: full-width digits, spaces, separators. What it cannot read stays as typed. */
final class Typed {

    private static final Pattern GROUPED = Pattern.compile("[+-]?[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]*)?");
    private static final Pattern PLAIN = Pattern.compile("[+-]?([0-9]{1,30}(\\.[0-9]{0,30})?|\\.[0-9]{1,30})");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\n\t]]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u3000]+");

    private Typed() {}

    /** Whether a value counts as not answered. */
    static boolean empty(Object value) {
        return value instanceof String text ? text.isBlank() : value instanceof List<?> list && list.isEmpty();
    }

    /** The answer, as the type of the place where it can be read so; empty when nothing was typed. */
    static Optional<Object> answer(Place place, String typed, boolean several) {
        String text = words(typed, several);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (place.kind()) {
                    case NUMBER, INTEGER ->
                        number(text, place.format().equals("money"))
                                .<Object>map(number -> number)
                                .orElse(text);
                    case BOOLEAN -> text.equals("true") ? Boolean.TRUE : text.equals("false") ? Boolean.FALSE : text;
                    case CHOICE ->
                        place.choices().stream()
                                .filter(choice -> choice.posted().equals(text))
                                .findFirst()
                                .map(Choice::value)
                                .orElse(text);
                    default -> format(place.format(), text);
                });
    }

    /** Without control characters and outer blanks; one line unless several are asked for. */
    private static String words(String typed, boolean several) {
        String text =
                CONTROL.matcher(typed.replace("\r\n", "\n").replace('\r', '\n')).replaceAll("");
        return (several ? text : text.replace('\n', ' ').replace('\t', ' ')).strip();
    }

    static Optional<BigDecimal> number(String typed, boolean money) {
        String text = BLANKS.matcher(narrow(typed).replace('。', '.').replace('−', '-'))
                .replaceAll("");
        if (money) {
            text = text.replaceFirst("^(¥|￥|RMB|CNY)", "").replaceFirst("元$", "");
        }
        if (GROUPED.matcher(text).matches()) {
            text = text.replace(",", "");
        }
        return PLAIN.matcher(text).matches() ? Optional.of(tidy(new BigDecimal(text))) : Optional.empty();
    }

    private static BigDecimal tidy(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static String format(String format, String text) {
        return switch (format) {
            case "phone" -> phone(text);
            case "resident-id", "credit-code" ->
                BLANKS.matcher(narrow(text)).replaceAll("").replace("-", "").toUpperCase(Locale.ROOT);
            case "email" -> BLANKS.matcher(narrow(text)).replaceAll("");
            case "date" -> date(text, "", "");
            default -> text;
        };
    }

    private static String phone(String text) {
        String number = narrow(text).replaceAll("[\\s\\u00a0()/.\\p{Pd}−]", "");
        return number.replaceFirst("^(\\+86|0086|86(?=1[3-9][0-9]{9}$))", "");
    }

    /** Year, month and day as typed; an ISO date when they make one, else joined by '-' so that they can be shown again. */
    static String date(String year, String month, String day) {
        String y = digits(year);
        if (month.isBlank() && day.isBlank()) {
            String[] parts = y.replaceFirst("^([0-9]{4})([0-9]{2})([0-9]{2})$", "$1-$2-$3")
                    .replaceAll("[年月/.]", "-")
                    .replace("日", "")
                    .split("-");
            return parts.length == 3 ? date(parts[0], parts[1], parts[2]) : y.replace("-", "") + "--";
        }
        String typed = y.replace("-", "") + "-" + digits(month).replace("-", "") + "-"
                + digits(day).replace("-", "");
        String[] parts = typed.split("-", -1);
        if (parts[0].matches("[0-9]{4}") && parts[1].matches("[0-9]{1,2}") && parts[2].matches("[0-9]{1,2}")) {
            try {
                return LocalDate.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]))
                        .toString();
            } catch (DateTimeException noSuchDay) {
                return typed;
            }
        }
        return typed;
    }

    private static String digits(String typed) {
        return BLANKS.matcher(narrow(typed)).replaceAll("");
    }

    private static String narrow(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }
}
