package org.openhall.cases.internal;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/** Names as bytes that every database orders alike, so that all names with one beginning lie side by side in an index. */
final class NameKey {

    private NameKey() {}

    /** Without regard to small and capital letters or the width of characters. */
    static byte[] of(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** What comes behind all keys with such a beginning: UTF-8 has no byte FF. */
    static byte[] behind(byte[] beginning) {
        byte[] behind = Arrays.copyOf(beginning, beginning.length + 1);
        behind[beginning.length] = (byte) 0xff;
        return behind;
    }
}
