package org.openhall.users.internal.passwords;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.openhall.api.forms.Problem;

/** Which passwords the hall takes: long ones that nobody guesses first. No rules about kinds of characters (NIST SP 800-63B). */
public final class PasswordPolicy {

    private static final int LONGEST = 200;
    /** Shorter parts of a password say nothing about it. */
    private static final int TELLING = 4;

    private final int shortest;
    private final CommonPasswords common = new CommonPasswords();

    public PasswordPolicy(int shortest) {
        this.shortest = shortest;
    }

    /** Fewest characters. */
    public int shortest() {
        return shortest;
    }

    /**
     * What is wrong with a password.
     *
     * @param pointer where it was typed
     * @param password as typed
     * @param names what the person is called: username, phone, number
     * @return empty when it is taken
     */
    public Optional<Problem> check(String pointer, String password, String... names) {
        String code = verdict(password, List.of(names));
        return code.isEmpty() ? Optional.empty() : Optional.of(new Problem(pointer, code, message(code)));
    }

    private String verdict(String password, List<String> names) {
        int length = password.codePointCount(0, password.length());
        if (password.isEmpty()) {
            return "required";
        }
        if (length > LONGEST) {
            return "too-long";
        }
        String plain = plain(password);
        if (names.stream().map(PasswordPolicy::plain).anyMatch(name -> tells(plain, name))) {
            return "weak-name";
        }
        if (length < shortest) {
            return "weak-short";
        }
        return common.guessed(plain) ? "weak-common" : "";
    }

    /** The name, or the name backwards, makes up most of the password. */
    private boolean tells(String password, String name) {
        if (name.length() < TELLING) {
            return password.equals(name);
        }
        String backwards = new StringBuilder(name).reverse().toString();
        return Stream.of(name, backwards)
                .anyMatch(n -> password.contains(n) && password.length() - n.length() < shortest);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private String message(String code) {
        return switch (code) {
            case "required" -> "Choose a password.";
            case "too-long" -> "The password has more than " + LONGEST + " characters.";
            case "weak-name" -> "The password must not be made of your name or number.";
            case "weak-short" -> "The password needs at least " + shortest + " characters.";
            default -> "This password is among the first that are guessed. Choose another, for example several words.";
        };
    }
}
