package org.openhall.users.internal;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** One spelling for what people type in several ways: full-width characters, spaces, capitals. */
final class Spelling {

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    private Spelling() {}

    /** Without spaces at the ends and with single ones inside. */
    static String text(String typed) {
        return SPACES.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC))
                .replaceAll(" ")
                .strip();
    }

    /** Without any spaces. */
    static String compact(String typed) {
        return SPACES.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC)).replaceAll("");
    }

    /** An identity number: compact, in capitals. */
    static String number(String typed) {
        return compact(typed).toUpperCase(Locale.ROOT);
    }

    /** What usernames are compared by. */
    static String usernameKey(String typed) {
        return Normalizer.normalize(compact(typed).toLowerCase(Locale.ROOT), Normalizer.Form.NFKC);
    }
}
