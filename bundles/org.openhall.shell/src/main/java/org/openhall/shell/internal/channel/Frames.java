package org.openhall.shell.internal.channel;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import org.openhall.shell.internal.client.Wire;

/** What the hall sends to one caller. Safe for many threads: each end of a pipe may write. */
final class Frames {

    private static final int HEAD = 5;
    private static final int BUFFER = 4_096;

    private final WritableByteChannel channel;
    private final Waiting waiting;

    Frames(WritableByteChannel channel, Waiting waiting) {
        this.channel = channel;
        this.waiting = waiting;
    }

    /** A stream whose content goes out as frames of one kind, without the colours of a terminal. */
    PrintStream stream(byte kind) {
        return new PrintStream(new Plain(kind), true, StandardCharsets.UTF_8);
    }

    void end(int status) throws IOException {
        send(Wire.END, new byte[] {(byte) status}, 1);
    }

    void bye(String why) throws IOException {
        byte[] text = why.getBytes(StandardCharsets.UTF_8);
        send(Wire.BYE, text, text.length);
    }

    private synchronized void send(byte kind, byte[] content, int length) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(HEAD + length)
                .put(kind)
                .putInt(length)
                .put(content, 0, length)
                .flip();
        waiting.begin(Waiting.For.READER);
        try {
            while (frame.hasRemaining()) {
                channel.write(frame);
            }
        } finally {
            waiting.end();
        }
    }

    /** Leaves out escape sequences: some commands of Karaf colour what they print, whoever reads it. */
    private final class Plain extends OutputStream {

        private static final int ESCAPE = 0x1b;

        private final byte kind;
        private final byte[] buffer = new byte[BUFFER];
        private int filled;
        private boolean escaped;

        Plain(byte kind) {
            this.kind = kind;
        }

        @Override
        public synchronized void write(int next) throws IOException {
            if (next == ESCAPE) {
                escaped = true;
            } else if (!escaped) {
                buffer[filled++] = (byte) next;
                if (filled == BUFFER) {
                    flush();
                }
            } else if (next >= '@' && next <= '~' && next != '[') {
                escaped = false;
            }
        }

        @Override
        public synchronized void flush() throws IOException {
            if (filled > 0) {
                int length = filled;
                filled = 0;
                send(kind, buffer, length);
            }
        }
    }
}
