package org.openhall.portal.internal.gate;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.felix.http.jetty.LoadBalancerCustomizerFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration.Customizer;
import org.eclipse.jetty.server.Request;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.propertytypes.ServiceRanking;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The first and the last whom a request meets. Holds every request until the gate stands: Jetty opens its port some milliseconds before the whiteboard answers through the gate, and would
 * answer 404 in between. Customizers see a request before anything else does, so this one waits, and meanwhile sends requests of its own until one
 * of them has come as far as the gate. When the hall is told to stop, it lets nobody in any more and waits until those who are inside have their
 * answers, before anything that answers them is taken away. It changes nothing, and as the only customizer it also keeps {@code X-Forwarded}
 * headers of strangers from being believed.
 */
@Component(service = {LoadBalancerCustomizerFactory.class, Doorway.class})
@ServiceRanking(Integer.MAX_VALUE)
public final class Doorway implements LoadBalancerCustomizerFactory, SynchronousBundleListener {

    private static final Logger LOG = LoggerFactory.getLogger(Doorway.class);
    private static final long PATIENCE_SECONDS = 20;
    private static final int PAUSE_MILLIS = 10;
    private static final long FAREWELL_SECONDS = 10;
    private static final String HEADER = "Openhall-Knock";

    private final CountDownLatch gate = new CountDownLatch(1);
    private final AtomicBoolean knocking = new AtomicBoolean();
    private final String knock = UUID.randomUUID().toString();
    private final Set<Connector> doors = ConcurrentHashMap.newKeySet();
    private final BundleContext context;

    @Activate
    public Doorway(BundleContext context) {
        this.context = context;
        context.addBundleListener(this);
    }

    @Deactivate
    void stop() {
        context.removeBundleListener(this);
    }

    /** A request has come through to the gate. */
    void stands() {
        gate.countDown();
    }

    @Override
    public Customizer createCustomizer() {
        return (request, headers) -> {
            doors.add(request.getConnectionMetaData().getConnector());
            if (gate.getCount() > 0 && !knock.equals(request.getHeaders().get(HEADER))) {
                await(request);
            }
            return request;
        };
    }

    /** Called in the thread that stops the framework, before it stops the first bundle. */
    @Override
    public void bundleChanged(BundleEvent event) {
        if (event.getType() == BundleEvent.STOPPING && event.getBundle().getBundleId() == Constants.SYSTEM_BUNDLE_ID) {
            letEverybodyOut();
        }
    }

    private void letEverybodyOut() {
        var left =
                CompletableFuture.allOf(doors.stream().map(Connector::shutdown).toArray(CompletableFuture[]::new));
        try {
            left.get(FAREWELL_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            LOG.warn("The hall stops although some answers are not finished after {} s", FAREWELL_SECONDS);
        } catch (ExecutionException e) {
            LOG.warn("The hall stops without waiting for the last answers", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void await(Request request) {
        if (knocking.compareAndSet(false, true)) {
            SocketAddress here = request.getConnectionMetaData().getLocalSocketAddress();
            Thread thread = new Thread(() -> knock(here), "doorway");
            thread.setDaemon(true);
            thread.start();
        }
        try {
            if (!gate.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the gate does not stand");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped before the gate stood", e);
        }
    }

    private void knock(SocketAddress here) {
        byte[] request = ("GET " + ReadyServlet.PATH + " HTTP/1.1\r\nHost: localhost\r\n" + HEADER + ": " + knock
                        + "\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        try {
            while (gate.getCount() > 0 && System.nanoTime() < until) {
                send(here, request);
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (IOException e) {
            LOG.warn("The hall cannot ask itself whether it is open: {}", e.getMessage());
            stands();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(SocketAddress here, byte[] request) throws IOException {
        if (!(here instanceof InetSocketAddress local)) {
            throw new IOException("no port: " + here);
        }
        try (Socket socket = new Socket(local.getAddress(), local.getPort());
                OutputStream out = socket.getOutputStream()) {
            socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
            out.write(request);
            out.flush();
            socket.getInputStream().readAllBytes();
        }
    }
}
