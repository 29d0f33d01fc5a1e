package org.openhall.portal.internal.gate;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.propertytypes.ServiceRanking;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterPattern;

/** Stands in front of every page and every endpoint; lets nobody in while a part of the hall is missing. */
@Component(service = Filter.class)
@HttpWhiteboardFilterPattern("/*")
@HttpWhiteboardFilterAsyncSupported
@ServiceRanking(Integer.MAX_VALUE)
public final class GateFilter implements Filter {

    private final Health health;
    private final Doorway doorway;
    private final Traffic traffic;
    private final Turnstile turnstile;

    @Activate
    public GateFilter(
            @Reference Health health,
            @Reference Doorway doorway,
            @Reference Traffic traffic,
            @Reference Turnstile turnstile) {
        this.turnstile = turnstile;
        this.doorway = doorway;
        this.health = health;
        this.traffic = traffic;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        doorway.stands();
        var http = (HttpServletRequest) request;
        var answer = (HttpServletResponse) response;
        traffic.pass(http, answer, () -> {
            if (Probes.has(http.getRequestURI()) || health.ready()) {
                chain.doFilter(request, response);
            } else {
                turnstile.away(http, form -> Closed.notReady(http, answer, form));
            }
        });
    }
}
