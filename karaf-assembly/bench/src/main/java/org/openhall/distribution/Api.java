package org.openhall.distribution;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The hall's API as a program sees it. Immutable: {@link #as} and {@link #with} give another one. A POST carries a new {@code Idempotency-Key}
 * unless one was set.
 */
public final class Api {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI base;
    private final Map<String, String> headers;

    public Api(URI base) {
        this(base, Map.of("Accept", "application/json", "Accept-Language", "zh-CN"));
    }

    private Api(URI base, Map<String, String> headers) {
        this.base = base;
        this.headers = headers;
    }

    /** Signs in and speaks for that account from then on. */
    public Api as(String username, String password) {
        Answer answer = post("/api/v1/session", Map.of("username", username, "password", password))
                .expect(200);
        return with("Authorization", "Bearer " + answer.json().path("token").asText());
    }

    public Api as(DemoAccount account) {
        return as(account.username(), account.password());
    }

    /** The same with one more header on every request. */
    public Api with(String header, String value) {
        var more = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.put(header, value);
        return new Api(base, more);
    }

    public Answer get(String path) {
        return send(path, "GET", null, BodyPublishers.noBody());
    }

    public Answer delete(String path) {
        return send(path, "DELETE", null, BodyPublishers.noBody());
    }

    public Answer post(String path, Object body) {
        return keyed().send(path, "POST", "application/json", json(body));
    }

    public Answer put(String path, Object body) {
        return send(path, "PUT", "application/json", json(body));
    }

    /** Sends a page's form, as a browser does. */
    public Answer postForm(String path, String encoded) {
        return send(path, "POST", "application/x-www-form-urlencoded", BodyPublishers.ofString(encoded));
    }

    /** Uploads one file as {@code multipart/form-data} in the part "file". */
    public Answer upload(String path, String filename, String type, byte[] content) {
        String boundary = "part-" + UUID.randomUUID();
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + filename
                        + "\"\r\nContent-Type: " + type + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return keyed().send(
                        path,
                        "POST",
                        "multipart/form-data; boundary=" + boundary,
                        BodyPublishers.ofByteArray(body.toByteArray()));
    }

    private Api keyed() {
        return headers.containsKey("Idempotency-Key")
                ? this
                : with("Idempotency-Key", UUID.randomUUID().toString());
    }

    private Answer send(String path, String method, String type, BodyPublisher body) {
        var request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .method(method, body);
        headers.forEach(request::header);
        if (type != null) {
            request.header("Content-Type", type);
        }
        try {
            var response = CLIENT.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static BodyPublisher json(Object body) {
        try {
            return BodyPublishers.ofString(body instanceof String text ? text : JSON.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
