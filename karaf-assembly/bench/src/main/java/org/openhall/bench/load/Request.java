package org.openhall.bench.load;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * What is sent: everything after the host's name, which the connection knows.
 *
 * @param method GET, POST, PUT
 * @param path with its query
 * @param headers whole lines, each with its line end
 * @param body may be empty
 */
public record Request(String method, String path, String headers, byte[] body) {

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

    /** Creates or acts, once. */
    public static Request post(String path, String token, String json) {
        return new Request(
                "POST",
                path,
                bearer(token) + JSON + "Idempotency-Key: " + UUID.randomUUID() + "\r\n",
                json.getBytes(StandardCharsets.UTF_8));
    }

    private static final String JSON = "Content-Type: application/json\r\n";

    private static String bearer(String token) {
        return "Authorization: Bearer " + token + "\r\n";
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
