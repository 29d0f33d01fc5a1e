package org.openhall.portal.internal.gate;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * {@code GET /live}: 200 for as long as the process answers at all. It asks nobody, least of all the database: whether starting the process anew
 * would help is another question than whether the hall serves, which {@link ReadyServlet} answers.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern(LiveServlet.PATH)
public final class LiveServlet extends HttpServlet {

    static final String PATH = "/live";

    private static final long serialVersionUID = 1L;
    private static final byte[] BODY = "live\n".getBytes(StandardCharsets.US_ASCII);

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(BODY);
    }
}
