package org.openhall.portal.internal.gate;

import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** {@code GET /ready}: 200 when every part serves, else 503, and which part does not. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern(ReadyServlet.PATH)
public final class ReadyServlet extends HttpServlet {

    static final String PATH = "/ready";

    private static final long serialVersionUID = 1L;
    private static final JsonMapper JSON = new JsonMapper();

    private final transient Health health;

    /** What the answer looks like. */
    record Answer(boolean ready, List<Health.Part> parts) {}

    @Activate
    public ReadyServlet(@Reference Health health) {
        this.health = health;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<Health.Part> parts = health.parts();
        boolean ready = parts.stream().allMatch(Health.Part::ready);
        if (!ready) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            response.setHeader("Retry-After", Closed.RETRY_AFTER);
        }
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(JSON.writeValueAsBytes(new Answer(ready, parts)));
    }
}
