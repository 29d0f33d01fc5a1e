package org.openhall.portal.internal.gate;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;

/**
 * What a client is sent. What is short fits between two ends of a connection; of what is longer, most has to wait for the client, and that is
 * done aside, and not for ever.
 */
final class PatientAnswer extends ServletOutputStream {

    private static final int SHORT = 16 * 1024;

    /** No longer piece is written at once, so that it shows how long each takes. */
    private static final int PIECE = 16 * 1024;

    private final ServletOutputStream answer;
    private final Passage passage;
    private final Pace pace;
    private long sent;

    PatientAnswer(ServletOutputStream answer, Passage passage) {
        this(answer, passage, new Pace(passage));
    }

    PatientAnswer(ServletOutputStream answer, Passage passage, Pace pace) {
        this.answer = answer;
        this.passage = passage;
        this.pace = pace;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] buffer, int from, int length) throws IOException {
        for (int done = 0; done < length; done += PIECE) {
            int piece = Math.min(PIECE, length - done);
            sent += piece;
            if (sent > SHORT) {
                passage.onlySends();
            }
            long began = System.nanoTime();
            answer.write(buffer, from + done, piece);
            pace.waited(began, piece);
        }
    }

    @Override
    public void flush() throws IOException {
        long began = System.nanoTime();
        answer.flush();
        pace.waited(began, 0);
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
