package org.openhall.distribution;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Files that people hand in. */
final class Papers {

    private Papers() {}

    /** A PDF of one empty page with a title of its own, so that no two are alike. */
    static byte[] pdf(String title) {
        String head = "%PDF-1.4\n% " + title + "\n";
        String catalogue = "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n";
        String pages = "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n";
        String page = "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n";
        byte[] start = head.getBytes(StandardCharsets.UTF_8);
        int first = start.length;
        int second = first + catalogue.length();
        int third = second + pages.length();
        String table = String.format(
                "xref%n0 4%n0000000000 65535 f %n%010d 00000 n %n%010d 00000 n %n%010d 00000 n %n"
                        + "trailer<</Size 4/Root 1 0 R>>%nstartxref%n%d%n%%%%EOF%n",
                first, second, third, third + page.length());
        byte[] rest = (catalogue + pages + page + table).getBytes(StandardCharsets.US_ASCII);
        byte[] all = java.util.Arrays.copyOf(start, start.length + rest.length);
        System.arraycopy(rest, 0, all, start.length, rest.length);
        return all;
    }

    /** A picture of one pixel. */
    static byte[] png() {
        return Base64.getDecoder()
                .decode(
                        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    }
}
