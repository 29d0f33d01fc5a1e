package org.openhall.bench.crash;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.openhall.bench.load.Request;

/**
 * A file that is handed in: a PDF by its first bytes, else noise that follows from its seed, so that nobody has to keep it.
 *
 * @param seed of the noise
 * @param size in bytes
 */
record Sheet(long seed, int size) {

    private static final byte[] HEAD = "%PDF-1.4\n".getBytes(StandardCharsets.US_ASCII);
    private static final String BOUNDARY = "a-sheet-of-the-bench";

    byte[] bytes() {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        System.arraycopy(HEAD, 0, bytes, 0, HEAD.length);
        return bytes;
    }

    String sha256() {
        return sha256(bytes());
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Hands it in. */
    Request upload(String path, String token) {
        var body = new ByteArrayOutputStream(size + 300);
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"sheet-" + seed
                        + ".pdf\"\r\nContent-Type: application/pdf\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(bytes());
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return new Request(
                "POST",
                path,
                "Authorization: Bearer " + token + "\r\nContent-Type: multipart/form-data; boundary=" + BOUNDARY
                        + "\r\n",
                body.toByteArray());
    }

    boolean is(byte[] others) {
        return Arrays.equals(bytes(), others);
    }
}
