package org.openhall.portal.internal.gate;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What a client sends, with patience but not for ever: while nothing is there the request stands aside, and a client that sends less than a
 * modem would is given up. That it sends nothing at all is Jetty's idle timeout.
 */
final class PatientBody extends ServletInputStream {

    /** So long nobody looks at the speed: small bodies of a bad connection arrive in bursts. */
    private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(20);

    /** Bytes a second, on average. */
    private static final long SLOWEST = 512;

    private final ServletInputStream body;
    private final Passage passage;
    private final long graceNanos;
    private long waited;
    private long received;

    PatientBody(ServletInputStream body, Passage passage) {
        this(body, passage, GRACE_NANOS);
    }

    PatientBody(ServletInputStream body, Passage passage, long graceNanos) {
        this.body = body;
        this.passage = passage;
        this.graceNanos = graceNanos;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        try {
            int read = body.isFinished() || body.available() > 0
                    ? body.read(buffer, from, length)
                    : passage.await(() -> slowly(buffer, from, length));
            received += Math.max(0, read);
            return read;
        } catch (IOException e) {
            throw e.getCause() instanceof TimeoutException ? new SlowClient(e) : e;
        }
    }

    private int slowly(byte[] buffer, int from, int length) throws IOException {
        long began = System.nanoTime();
        int read = body.read(buffer, from, length);
        waited += System.nanoTime() - began;
        if (read > 0 && waited > graceNanos && received + read < SLOWEST * TimeUnit.NANOSECONDS.toSeconds(waited)) {
            throw new SlowClient(null);
        }
        return read;
    }

    @Override
    public int available() throws IOException {
        return body.available();
    }

    @Override
    public boolean isFinished() {
        return body.isFinished();
    }

    @Override
    public boolean isReady() {
        return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        body.setReadListener(listener);
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
