package org.openhall.shell.internal.channel;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.openhall.shell.internal.client.Wire;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the channel in the home while the hall runs. A hall whose channel cannot be opened goes on without. */
@Component(immediate = true, service = CommandChannel.class)
public final class CommandChannel {

    private static final Logger LOG = LoggerFactory.getLogger(CommandChannel.class);
    private static final Listener.Limits LIMITS = new Listener.Limits(4, Duration.ofMinutes(10));

    private final Optional<Listener> listener;

    @Activate
    public CommandChannel(BundleContext context, @Reference SessionFactory sessions) {
        Path home = Path.of(
                Optional.ofNullable(context.getProperty("openhall.home")).orElse("."));
        this.listener = open(address(home), sessions);
    }

    @Deactivate
    public void close() throws IOException {
        if (listener.isPresent()) {
            listener.get().close();
        }
    }

    private static Optional<Listener> open(Path socket, SessionFactory sessions) {
        try {
            return Optional.of(new Listener(socket, new KarafShells(sessions), LIMITS));
        } catch (IOException | UnsupportedOperationException e) {
            LOG.error("No commands can be given to this hall: {} cannot be opened: {}", socket, e.getMessage());
            return Optional.empty();
        }
    }

    /** Seen from the home when the hall was started there, because the address of a socket may have 108 bytes only. */
    private static Path address(Path home) {
        boolean here = Path.of("").toAbsolutePath().equals(home.toAbsolutePath().normalize());
        return here ? Path.of(Wire.SOCKET) : home.resolve(Wire.SOCKET);
    }
}
