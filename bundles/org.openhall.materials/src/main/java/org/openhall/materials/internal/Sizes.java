package org.openhall.materials.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Sizes for people. */
final class Sizes {

    private static final long KB = 1024;
    private static final long MB = KB * KB;

    private Sizes() {}

    /** Such as "20 MB", "1.5 MB", "500 KB"; rounded down, so that a file of this size is never too large. */
    static String inWords(long bytes) {
        return bytes >= MB ? rounded(bytes, MB) + " MB" : bytes >= KB ? rounded(bytes, KB) + " KB" : bytes + " B";
    }

    private static String rounded(long bytes, long unit) {
        return BigDecimal.valueOf(bytes)
                .divide(BigDecimal.valueOf(unit), 1, RoundingMode.DOWN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
