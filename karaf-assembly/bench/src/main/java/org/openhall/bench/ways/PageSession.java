package org.openhall.bench.ways;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openhall.distribution.Answer;
import org.openhall.distribution.DemoAccount;
import org.openhall.distribution.Hall;

/** Somebody who uses the hall's pages without JavaScript: cookies are kept, and every form is read before it is sent. */
final class PageSession {

    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]*)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final URI hall;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();

    private PageSession(URI hall) {
        this.hall = hall;
    }

    /** Signs in on the page for it. */
    static PageSession of(Hall hall, String username) {
        DemoAccount account = hall.account(username);
        var session = new PageSession(hall.address());
        session.send("/sign-in", "/sign-in", Map.of("username", username, "password", account.password()))
                .expect(303);
        return session;
    }

    /** Reads the page a form stands on and sends the form. */
    Answer send(String page, String action, Map<String, String> fields) {
        var all = new TreeMap<>(fields);
        all.put("csrf", csrf(page));
        String form = all.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return call("POST", action, "application/x-www-form-urlencoded", BodyPublishers.ofString(form));
    }

    /** The same with one choice and a file, as a browser sends them: in the order of the page. */
    Answer upload(String page, String choice, String chosen, String file, byte[] content) {
        String boundary = "bench-" + System.nanoTime();
        var body = new ByteArrayOutputStream();
        part(body, boundary, "name=\"csrf\"\r\n\r\n" + csrf(page) + "\r\n");
        part(body, boundary, "name=\"" + choice + "\"\r\n\r\n" + chosen + "\r\n");
        part(
                body,
                boundary,
                "name=\"file\"; filename=\"" + file + "\"\r\nContent-Type: application/java-archive\r\n\r\n");
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return call(
                "POST",
                page,
                "multipart/form-data; boundary=" + boundary,
                BodyPublishers.ofByteArray(body.toByteArray()));
    }

    private String csrf(String page) {
        Answer shown = call("GET", page, "", BodyPublishers.noBody()).expect(200);
        Matcher found = CSRF.matcher(shown.text());
        if (!found.find()) {
            throw new IllegalStateException("no form on " + page + ": " + shown);
        }
        return found.group(1);
    }

    private Answer call(String method, String path, String type, BodyPublisher body) {
        var request = HttpRequest.newBuilder(hall.resolve(path))
                .timeout(PATIENCE)
                .header("Accept-Language", "zh-CN")
                .header("Sec-Fetch-Site", "same-origin")
                .method(method, body);
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        try {
            var response = client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void part(ByteArrayOutputStream body, String boundary, String rest) {
        body.writeBytes(
                ("--" + boundary + "\r\nContent-Disposition: form-data; " + rest).getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
