package org.openhall.shell.internal.channel;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens on a socket that only its owner may use; few callers at a time. */
final class Listener implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> SOCKET = PosixFilePermissions.fromString("rw-------");
    private static final Duration PAUSE = Duration.ofMillis(100);

    /**
     * How much is allowed.
     *
     * @param callers at a time
     * @param patience with one of them
     */
    record Limits(int callers, Duration patience) {}

    private final Path socket;
    private final Shells shells;
    private final Limits limits;
    private final ServerSocketChannel server;
    private final Set<Conversation> conversations = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor threads;
    private final ScheduledExecutorService watch;

    /** Opens the socket; one that a killed hall left behind is replaced. */
    Listener(Path socket, Shells shells, Limits limits) throws IOException {
        this.socket = socket;
        this.shells = shells;
        this.limits = limits;
        this.server = open(socket);
        this.threads = new ThreadPoolExecutor(
                0, limits.callers() + 1, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), daemon("command"));
        this.watch = Executors.newSingleThreadScheduledExecutor(daemon("commands-watch"));
        threads.execute(this::accept);
        long often = Math.max(1, limits.patience().toMillis() / 10);
        watch.scheduleWithFixedDelay(
                () -> conversations.forEach(Conversation::look), often, often, TimeUnit.MILLISECONDS);
    }

    private static ServerSocketChannel open(Path socket) throws IOException {
        Path folder = socket.getParent();
        Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(FOLDER));
        // before the socket is there, so that nobody else ever reaches it
        Files.setPosixFilePermissions(folder, FOLDER);
        Files.deleteIfExists(socket);
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            server.bind(UnixDomainSocketAddress.of(socket));
            Files.setPosixFilePermissions(socket, SOCKET);
            return server;
        } catch (IOException e) {
            server.close();
            throw e;
        }
    }

    private void accept() {
        while (server.isOpen()) {
            try {
                begin(new Conversation(server.accept(), shells, limits.patience()));
            } catch (IOException e) {
                if (server.isOpen()) {
                    LOG.warn("A caller could not be heard: {}", e.getMessage());
                    // what is wrong may stay so for a while, such as too many open files
                    LockSupport.parkNanos(PAUSE.toNanos());
                }
            }
        }
    }

    private void begin(Conversation conversation) {
        conversations.add(conversation);
        try {
            threads.execute(() -> {
                try {
                    conversation.run();
                } finally {
                    conversations.remove(conversation);
                }
            });
        } catch (RejectedExecutionException e) {
            conversations.remove(conversation);
            conversation.refuse("already " + limits.callers() + " others give commands; try again when one has ended.");
        }
    }

    /** Takes no more commands; what is under way goes on. */
    @Override
    public void close() throws IOException {
        server.close();
        watch.shutdown();
        threads.shutdown();
        conversations.forEach(Conversation::hangUp);
        Files.deleteIfExists(socket);
    }

    private static ThreadFactory daemon(String name) {
        return work -> {
            Thread made = new Thread(work, name);
            made.setDaemon(true);
            return made;
        };
    }
}
