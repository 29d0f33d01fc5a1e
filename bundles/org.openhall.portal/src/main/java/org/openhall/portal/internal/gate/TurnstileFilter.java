package org.openhall.portal.internal.gate;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.propertytypes.ServiceRanking;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterPattern;

/** Behind the gate: lets in as many at once as the hall can serve, and tells the rest at once to come back. */
@Component(service = Filter.class)
@HttpWhiteboardFilterPattern("/*")
@HttpWhiteboardFilterAsyncSupported
@ServiceRanking(Integer.MAX_VALUE - 1)
public final class TurnstileFilter implements Filter {

    private final Turnstile turnstile;

    @Activate
    public TurnstileFilter(@Reference Turnstile turnstile) {
        this.turnstile = turnstile;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var http = (HttpServletRequest) request;
        if (Probes.has(http.getRequestURI())) {
            // whoever looks after the hall is always answered
            chain.doFilter(request, response);
        } else if (turnstile.enter()) {
            var passage = new Passage(turnstile);
            try {
                chain.doFilter(new Asked(http, passage), new Answered((HttpServletResponse) response, passage));
            } catch (IOException | ServletException | RuntimeException e) {
                if (!told(e, http, (HttpServletResponse) response)) {
                    throw e;
                }
            } finally {
                passage.end();
            }
        } else {
            turnstile.away(http, form -> Closed.busy(http, (HttpServletResponse) response, form));
        }
    }

    /** Jersey reads the beginning of a form before anybody sees the request who could say what went wrong. */
    private static boolean told(Exception failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (response.isCommitted()) {
            return false;
        }
        if (Causes.have(failure, HallBusy.class)) {
            Closed.busy(request, response, false);
            return true;
        }
        if (Causes.have(failure, SlowClient.class)) {
            Closed.tooSlow(request, response);
            return true;
        }
        return false;
    }

    private static final class Asked extends HttpServletRequestWrapper {

        private final Passage passage;
        private PatientBody body;

        Asked(HttpServletRequest request, Passage passage) {
            super(request);
            this.passage = passage;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (body == null) {
                body = new PatientBody(super.getInputStream(), getContentLengthLong(), passage);
            }
            return body;
        }
    }

    private static final class Answered extends HttpServletResponseWrapper {

        private final Passage passage;
        private PatientAnswer answer;

        Answered(HttpServletResponse response, Passage passage) {
            super(response);
            this.passage = passage;
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            if (answer == null) {
                answer = new PatientAnswer(super.getOutputStream(), passage);
            }
            return answer;
        }
    }
}
