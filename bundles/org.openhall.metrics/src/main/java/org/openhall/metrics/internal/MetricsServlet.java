package org.openhall.metrics.internal;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.openhall.api.metrics.Measured;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code GET /metrics}: everything in Prometheus' text format for those who may read it, 404 for everybody else. */
@Component(service = Servlet.class, configurationPid = "org.openhall.metrics")
@HttpWhiteboardServletPattern("/metrics")
public final class MetricsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(MetricsServlet.class);

    private final transient List<Measured> parts = new CopyOnWriteArrayList<>();
    private final transient Readers readers;
    private final transient Optional<Path> home;
    private transient Optional<Meters> meters = Optional.empty();

    @Activate
    public MetricsServlet(BundleContext context, MetricsSettings settings) {
        String token = settings.token();
        if (!token.isEmpty() && token.length() < Readers.SHORTEST_TOKEN) {
            LOG.error(
                    "The token for the metrics is too short and not used; it needs {} characters",
                    Readers.SHORTEST_TOKEN);
        }
        readers = new Readers(token, settings.local());
        home = Optional.ofNullable(context.getProperty("openhall.home")).map(Path::of);
    }

    @Deactivate
    synchronized void close() {
        meters.ifPresent(Meters::close);
        meters = Optional.empty();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(Measured part) {
        parts.add(part);
    }

    void remove(Measured part) {
        parts.remove(part);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        if (!readers.allows(request)) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("text/plain; version=0.0.4; charset=utf-8");
        meters().write(response.getOutputStream());
    }

    /** Made when somebody reads for the first time, so that the start of the hall does not wait for it. */
    private synchronized Meters meters() {
        if (meters.isEmpty()) {
            meters = Optional.of(new Meters(() -> parts, home));
        }
        return meters.get();
    }
}
