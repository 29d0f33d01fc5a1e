package org.openhall.bench.load;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What is sent: everything after the host's name, which the connection knows.
 *
 * @param method GET, POST, PUT, DELETE
 * @param path with its query
 * @param headers whole lines, each with its line end
 * @param body may be empty
 */
public record Request(String method, String path, String headers, byte[] body) {

    /** Stands in no file that is handed in. */
    public static final String BOUNDARY = "openhall-bench-8c1f27d40b";

    private static final byte[] NOTHING = {};

    /** Reads as nobody in particular. */
    public static Request get(String path) {
        return new Request("GET", path, "", NOTHING);
    }

    /** Reads as somebody. */
    public static Request get(String path, String token) {
        return new Request("GET", path, bearer(token), NOTHING);
    }

    /** Replaces what is there. */
    public static Request put(String path, String token, String json) {
        return new Request("PUT", path, bearer(token) + JSON, json.getBytes(StandardCharsets.UTF_8));
    }

    /** Removes as somebody. */
    public static Request delete(String path, String token) {
        return new Request("DELETE", path, bearer(token), NOTHING);
    }

    /** Sends as nobody in particular. */
    public static Request post(String path, String json) {
        return new Request("POST", path, JSON, json.getBytes(StandardCharsets.UTF_8));
    }

    /** Creates or acts, once. */
    public static Request post(String path, String token, String json) {
        return new Request("POST", path, bearer(token) + JSON + key(), json.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Hands a file in.
     *
     * @param form a {@code multipart/form-data} body whose parts are parted by {@link #BOUNDARY}
     */
    public static Request upload(String path, String token, byte[] form) {
        return new Request("POST", path, bearer(token) + PARTS + key(), form);
    }

    private static final String JSON = "Content-Type: application/json\r\n";

    private static final String PARTS = "Content-Type: multipart/form-data; boundary=" + BOUNDARY + "\r\n";

    /** Not secret, only different each time; a secure one would cost the client more than the rest of the request. */
    private static String key() {
        var random = ThreadLocalRandom.current();
        return "Idempotency-Key: " + new UUID(random.nextLong(), random.nextLong()) + "\r\n";
    }

    private static String bearer(String token) {
        return "Authorization: Bearer " + token + "\r\n";
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
