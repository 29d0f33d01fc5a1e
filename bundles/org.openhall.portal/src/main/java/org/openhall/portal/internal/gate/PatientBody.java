package org.openhall.portal.internal.gate;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/**
 * What a client sends, with patience but not for ever: while nothing is there the request stands aside, and a client that sends less than a
 * modem would is given up. That it sends nothing at all is Jetty's idle timeout.
 */
final class PatientBody extends ServletInputStream {

    private static final long SOON_NANOS = 1_000_000_000;
    private static final long LOOK_NANOS = 5_000_000;

    private final ServletInputStream body;
    private final long length;
    private final Passage passage;
    private final Pace pace;
    private long received;

    /** @param length in bytes, or -1 when it is not known */
    PatientBody(ServletInputStream body, long length, Passage passage) {
        this(body, length, passage, new Pace(passage));
    }

    PatientBody(ServletInputStream body, long length, Passage passage, Pace pace) {
        this.body = body;
        this.length = length;
        this.passage = passage;
        this.pace = pace;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int from, int count) throws IOException {
        try {
            int read = isThere()
                    ? atOnce(buffer, from, count)
                    : passage.await(() -> slowly(buffer, from, count), this::comesSoon);
            received += Math.max(0, read);
            return read;
        } catch (IOException e) {
            throw e.getCause() instanceof TimeoutException ? new SlowClient(e) : e;
        }
    }

    /** Of a body that has arrived only its end is left to be read, and that needs no waiting. */
    private boolean isThere() throws IOException {
        return length >= 0 && received >= length || body.isFinished() || body.available() > 0;
    }

    /** What is sent in two parts comes one after the other. */
    private boolean comesSoon() throws IOException {
        long until = System.nanoTime() + SOON_NANOS;
        while (!isThere()) {
            if (System.nanoTime() > until) {
                return false;
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return true;
    }

    private int atOnce(byte[] buffer, int from, int count) throws IOException {
        int read = body.read(buffer, from, count);
        pace.moved(Math.max(0, read));
        return read;
    }

    private int slowly(byte[] buffer, int from, int count) throws IOException {
        long began = System.nanoTime();
        int read = body.read(buffer, from, count);
        if (read >= 0) {
            pace.waited(began, read);
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
