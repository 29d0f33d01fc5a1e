package org.openhall.users.internal;

/** The check characters of identity numbers. A right one proves nothing but that the number was typed with care. */
final class CheckCharacters {

    private static final int[] RESIDENT_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String RESIDENT_CHECKS = "10X98765432";
    /** GB 32100: digits and capitals without I, O, S, V, Z. */
    private static final String CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private CheckCharacters() {}

    /** GB 11643-1999, ISO 7064 MOD 11-2. @param number 17 digits and a check character */
    static boolean residentId(String number) {
        int sum = 0;
        for (int i = 0; i < RESIDENT_WEIGHTS.length; i++) {
            sum += RESIDENT_WEIGHTS[i] * (number.charAt(i) - '0');
        }
        return number.charAt(17) == RESIDENT_CHECKS.charAt(sum % 11);
    }

    /** GB 32100-2015, MOD 31-3. @param code 18 characters of its alphabet */
    static boolean creditCode(String code) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += weight * CREDIT_ALPHABET.indexOf(code.charAt(i));
            weight = weight * 3 % 31;
        }
        return code.charAt(17) == CREDIT_ALPHABET.charAt((31 - sum % 31) % 31);
    }
}
