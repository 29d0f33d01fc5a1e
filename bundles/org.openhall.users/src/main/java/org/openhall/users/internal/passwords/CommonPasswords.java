package org.openhall.users.internal.passwords;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Passwords that are tried first: words of a list with little around them, rows of keys, repetitions, plain numbers. */
final class CommonPasswords {

    private static final int FEW_CHARACTERS = 5;
    /** What may be added to a common word without making it a good password. */
    private static final int LITTLE = 8;

    private static final int LONG_NUMBER = 16;

    private static final List<String> ROWS = List.of(
            "01234567890123456789",
            "abcdefghijklmnopqrstuvwxyz",
            "qwertyuiop[]",
            "asdfghjkl;'",
            "zxcvbnm,./",
            "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/",
            "1q2w3e4r5t6y7u8i9o0p",
            "q1w2e3r4t5y6u7i8o9p0",
            "!@#$%^&*()_+");
    private static final Pattern REPEATED = Pattern.compile("(.{1,5})\\1{2,}.{0,3}|(.{4,})\\2");
    private static final Pattern EDGES = Pattern.compile("^[^\\p{L}]+|[^\\p{L}]+$");

    private final Set<String> words;

    CommonPasswords() {
        var stream = CommonPasswords.class.getResourceAsStream("common.txt");
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            words = reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> List.of(line.split("\\s+")).stream())
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param password in lower case */
    boolean guessed(String password) {
        String core = core(password);
        return password.chars().distinct().count() < FEW_CHARACTERS
                || REPEATED.matcher(password).matches()
                || password.length() < LONG_NUMBER && password.chars().allMatch(Character::isDigit)
                || rows(password)
                || password.length() - core.length() <= LITTLE && (common(core) || common(unmasked(core)))
                || common(password)
                || common(unmasked(password));
    }

    /** All of it is keys in their order, there or back, but for a few at the end. */
    private static boolean rows(String password) {
        int covered = 0;
        for (int at = 0; at < password.length(); ) {
            int run = run(password, at);
            if (run >= 4) {
                covered += run;
                at += run;
            } else {
                at++;
            }
        }
        return password.length() - covered < LITTLE && covered >= LITTLE;
    }

    private static int run(String password, int from) {
        int longest = 0;
        for (String row : ROWS) {
            String back = new StringBuilder(row).reverse().toString();
            for (String keys : List.of(row, back)) {
                int end = from + longest + 1;
                while (end <= password.length() && keys.contains(password.substring(from, end))) {
                    longest = end - from;
                    end++;
                }
            }
        }
        return longest;
    }

    /** Without the digits and signs at its ends. */
    private static String core(String password) {
        return EDGES.matcher(password).replaceAll("");
    }

    /** A common word, or two side by side. */
    private boolean common(String text) {
        return words.contains(text)
                || IntStream.rangeClosed(3, text.length() - 3)
                        .anyMatch(cut -> words.contains(text.substring(0, cut)) && words.contains(text.substring(cut)));
    }

    private static String unmasked(String password) {
        return password.replace('@', 'a')
                .replace('4', 'a')
                .replace('3', 'e')
                .replace('1', 'i')
                .replace('!', 'i')
                .replace('0', 'o')
                .replace('$', 's')
                .replace('5', 's')
                .replace('7', 't');
    }
}
