package org.openhall.portal.internal.gate;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;

/** What a client is sent. Pages fit between two ends of a connection; of what is longer, most has to wait for the client, and that is done aside. */
final class PatientAnswer extends ServletOutputStream {

    private static final int FITS = 128 * 1024;

    private final ServletOutputStream answer;
    private final Passage passage;
    private long sent;

    PatientAnswer(ServletOutputStream answer, Passage passage) {
        this.answer = answer;
        this.passage = passage;
    }

    @Override
    public void write(int one) throws IOException {
        count(1);
        answer.write(one);
    }

    @Override
    public void write(byte[] buffer, int from, int length) throws IOException {
        count(length);
        answer.write(buffer, from, length);
    }

    private void count(int more) {
        sent += more;
        if (sent > FITS) {
            passage.onlySends();
        }
    }

    @Override
    public void flush() throws IOException {
        answer.flush();
    }

    @Override
    public void close() throws IOException {
        answer.close();
    }

    @Override
    public boolean isReady() {
        return answer.isReady();
    }

    @Override
    public void setWriteListener(WriteListener listener) {
        answer.setWriteListener(listener);
    }
}
