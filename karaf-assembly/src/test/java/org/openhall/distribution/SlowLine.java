package org.openhall.distribution;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.openhall.bench.load.Pause;

/** Forwards connections to a server, and can make every answer of it late. */
final class SlowLine implements AutoCloseable {

    private final int target;
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile int delayMillis;

    private SlowLine(int target) throws IOException {
        this.target = target;
        this.door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    }

    static SlowLine to(int port) {
        try {
            var line = new SlowLine(port);
            start(line::accept);
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return door.getLocalPort();
    }

    /** From now on each answer comes so much later. */
    void delay(int millis) {
        delayMillis = millis;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket near = door.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                far.setTcpNoDelay(true);
                near.setTcpNoDelay(true);
                open.add(near);
                open.add(far);
                start(() -> forward(near, far, false));
                start(() -> forward(far, near, true));
            } catch (IOException e) {
                // closed, or the server is away: then the caller sees a connection that ends
                Pause.millis(10);
            }
        }
    }

    private void forward(Socket from, Socket to, boolean late) {
        byte[] buffer = new byte[16 * 1024];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                if (late && delayMillis > 0) {
                    Pause.millis(delayMillis);
                }
                out.write(buffer, 0, read);
            }
        } catch (IOException e) {
            // one end is gone, and now the other
            open.remove(from);
        }
        open.remove(to);
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "slow-line");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            door.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
