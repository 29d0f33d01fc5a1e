package org.openhall.portal.internal.gate;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.felix.http.jetty.LoadBalancerCustomizerFactory;
import org.eclipse.jetty.server.HttpConfiguration.Customizer;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.propertytypes.ServiceRanking;

/**
 * Holds every request until the gate stands. Jetty opens its port some milliseconds before the whiteboard takes up the gate's filter, and
 * would answer 404 in between. Customizers see a request before anything else does, so this one waits; it changes nothing, and as the only
 * one it also keeps {@code X-Forwarded} headers of strangers from being believed.
 */
@Component(service = {LoadBalancerCustomizerFactory.class, Doorway.class})
@ServiceRanking(Integer.MAX_VALUE)
public final class Doorway implements LoadBalancerCustomizerFactory {

    private static final long PATIENCE_SECONDS = 20;

    /** The filter, the page behind it, and {@code /ready}. */
    private final CountDownLatch gate = new CountDownLatch(3);

    /** One post of the gate has been taken up by the HTTP service. */
    void stands() {
        gate.countDown();
    }

    @Override
    public Customizer createCustomizer() {
        return (request, headers) -> {
            try {
                if (!gate.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("the gate does not stand");
                }
                return request;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped before the gate stood", e);
            }
        };
    }
}
