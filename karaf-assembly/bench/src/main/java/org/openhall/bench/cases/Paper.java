package org.openhall.bench.cases;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.openhall.bench.load.Request;

/** A file that is handed in, each time another: the hall keeps equal ones only once. One for each client, made anew in the same bytes. */
final class Paper {

    private static final AtomicLong NUMBER = new AtomicLong();
    private static final int DIGITS = 16;
    private static final String PDF_BEGIN = "%PDF-1.4\n% ";
    private static final String PDF_END =
            "\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Size 3/Root 1 0 R>>\n%%EOF\n";

    private final byte[] form;
    private final int numberAt;

    private Paper(byte[] form, int numberAt) {
        this.form = form;
        this.numberAt = numberAt;
    }

    /** A PDF of so many bytes. */
    static Paper ofSize(int bytes) {
        var form = new ByteArrayOutputStream();
        add(
                form,
                "--" + Request.BOUNDARY
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"paper.pdf\"\r\nContent-Type: application/pdf\r\n\r\n");
        add(form, PDF_BEGIN);
        int at = form.size();
        byte[] filling = new byte[bytes - PDF_BEGIN.length() - PDF_END.length()];
        for (int i = 0; i < filling.length; i++) {
            filling[i] = (byte) ('a' + i % 26);
        }
        form.writeBytes(filling);
        add(form, PDF_END);
        add(form, "\r\n--" + Request.BOUNDARY + "--\r\n");
        return new Paper(form.toByteArray(), at);
    }

    /** The body of the next upload; good until the next call. */
    byte[] next() {
        byte[] digits =
                String.format("%0" + DIGITS + "d", NUMBER.incrementAndGet()).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(digits, 0, form, numberAt, DIGITS);
        return form;
    }

    private static void add(ByteArrayOutputStream form, String text) {
        form.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }
}
