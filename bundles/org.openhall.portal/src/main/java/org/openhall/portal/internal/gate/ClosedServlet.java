package org.openhall.portal.internal.gate;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** Behind the gate while the hall's own servlet is not there: its pattern is the weakest, so the hall replaces it. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/")
public final class ClosedServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Closed.notReady(request, response, true);
    }
}
