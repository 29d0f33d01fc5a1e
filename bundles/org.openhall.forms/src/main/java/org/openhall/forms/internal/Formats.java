package org.openhall.forms.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The formats of texts: which there are, and what is wrong with a text that claims to be one. */
final class Formats {

    static final Set<String> TEXTS = Set.of("date", "email", "phone", "resident-id", "credit-code", "region");
    static final Set<String> NUMBERS = Set.of("money");

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern MAIL = Pattern.compile(
            "[A-Za-z0-9._%+-]{1,64}@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.){1,8}[A-Za-z]{2,24}");
    private static final Pattern LANDLINE =
            Pattern.compile("0[1-9][0-9]{8,10}|[48]00[0-9]{7}|\\+(?!86)[1-9][0-9]{6,14}");
    private static final Pattern MOBILE = Pattern.compile("1[3-9][0-9]{9}");
    private static final String ID_CHECKS = "10X98765432";
    private static final int[] ID_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CODE_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] CODE_WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};

    private Formats() {}

    /** What is wrong; regions are checked elsewhere, because their names are not in the text. */
    static Optional<Fault> fault(String format, String text) {
        return switch (format) {
            case "date" -> day(text).isPresent() ? Optional.empty() : wrong("date");
            case "email" -> text.length() <= 254 && MAIL.matcher(text).matches() ? Optional.empty() : wrong("email");
            case "phone" -> phone(text);
            case "resident-id" -> residentId(text);
            case "credit-code" -> creditCode(text);
            default -> Optional.empty();
        };
    }

    static Optional<LocalDate> day(String text) {
        try {
            LocalDate day = LocalDate.parse(text, DAY);
            return day.getYear() >= 1800 && day.getYear() <= 2999 ? Optional.of(day) : Optional.empty();
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    private static Optional<Fault> phone(String text) {
        if (MOBILE.matcher(text).matches() || LANDLINE.matcher(text).matches()) {
            return Optional.empty();
        }
        if (text.matches("1[3-9][0-9]{5,18}")) {
            int off = text.length() - 11;
            String sentence = off < 0 ? "phone.short" : off > 0 ? "phone.long" : "phone";
            return wrong(sentence, Math.abs(off));
        }
        return wrong("phone");
    }

    /** GB 11643: region, day of birth, serial number, check character by ISO 7064 MOD 11-2. */
    private static Optional<Fault> residentId(String text) {
        if (text.length() != 18) {
            return wrong("resident-id.length", text.length());
        }
        if (!text.matches("[1-9][0-9]{16}[0-9X]")) {
            return wrong("resident-id");
        }
        String born = text.substring(6, 10) + "-" + text.substring(10, 12) + "-" + text.substring(12, 14);
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (text.charAt(i) - '0') * ID_WEIGHTS[i];
        }
        boolean good = day(born).isPresent() && ID_CHECKS.charAt(sum % 11) == text.charAt(17);
        return good ? Optional.empty() : wrong("resident-id");
    }

    /** GB 32100: 17 characters without I, O, S, V, Z and a check character by weights of 3 to the power of the place, modulo 31. */
    private static Optional<Fault> creditCode(String text) {
        if (text.length() != 18) {
            return wrong("credit-code.length", text.length());
        }
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            int value = CODE_CHARACTERS.indexOf(text.charAt(i));
            if (value < 0) {
                return wrong("credit-code");
            }
            sum += value * CODE_WEIGHTS[i];
        }
        boolean good = CODE_CHARACTERS.charAt((31 - sum % 31) % 31) == text.charAt(17);
        return good ? Optional.empty() : wrong("credit-code");
    }

    private static Optional<Fault> wrong(String sentence) {
        return Optional.of(Fault.of("format", sentence));
    }

    private static Optional<Fault> wrong(String sentence, int number) {
        return Optional.of(new Fault(
                "format", sentence, Map.of("n", BigDecimal.valueOf(number).toPlainString())));
    }
}
