package org.openhall.portal.internal;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.openhall.api.json.Json;
import org.openhall.portal.internal.http.HallServlet;
import org.openhall.portal.internal.http.Services;
import org.openhall.portal.internal.http.StaticServlet;
import org.openhall.portal.internal.view.HallSettings;

/** The portal's own servlets in the Jetty of the distribution, over services made for the test. */
public final class PortalUnderTest implements AutoCloseable {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final HttpClient client = HttpClient.newHttpClient();

    public PortalUnderTest(Services services) {
        var context = new ServletContextHandler();
        context.addServlet(new ServletHolder(new HallServlet(services, settings(), true)), "/*");
        context.addServlet(new ServletHolder(new StaticServlet()), "/static/*");
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(context);
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The defaults of the settings. */
    public static HallSettings settings() {
        return (HallSettings) java.lang.reflect.Proxy.newProxyInstance(
                HallSettings.class.getClassLoader(),
                new Class<?>[] {HallSettings.class},
                (proxy, method, arguments) -> method.getDefaultValue());
    }

    /** JSON as the hall reads it. */
    public static Json json() {
        return new Json() {
            @Override
            public Map<String, Object> object(String text) {
                try {
                    return MAPPER.readValue(text, new TypeReference<Map<String, Object>>() {});
                } catch (IOException e) {
                    throw new IllegalArgumentException("line 1", e);
                }
            }

            @Override
            public String text(Object value) {
                try {
                    return MAPPER.writeValueAsString(value);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    /** A request to be completed. */
    public HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + connector.getLocalPort() + path));
    }

    /** Sends a request. */
    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Gets a page or resource; headers as name, value, name, value. */
    public HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = to(path).GET();
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** Posts a form. */
    public HttpResponse<String> post(String path, String form, String... headers) {
        HttpRequest.Builder request = to(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** Sends JSON. */
    public HttpResponse<String> json(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = to(path).header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** An answer's JSON. */
    public static Map<String, Object> object(HttpResponse<String> answer) {
        return json().object(answer.body());
    }

    /** The cookies an answer sets, as a Cookie header. */
    public static String cookies(HttpResponse<String> answer) {
        List<String> set = answer.headers().allValues("Set-Cookie");
        return String.join(
                "; ", set.stream().map(cookie -> cookie.split(";")[0]).toList());
    }

    /** The secret in a page's first form. */
    public static String csrf(HttpResponse<String> page) {
        var found = java.util.regex.Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"")
                .matcher(page.body());
        if (!found.find()) {
            throw new AssertionError("No form in " + page.body());
        }
        return found.group(1);
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
