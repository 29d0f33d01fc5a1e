package org.openhall.bench.load;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One client with one connection that is kept: a request is one write, an answer is read as it comes, on the caller's thread. Plain sockets,
 * because the client shares its machine with the hall.
 */
public final class Wire implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;

    /** A connection that was idle for longer may just be closed by the other side; that would be no failure of the hall. */
    private static final long STALE_NANOS = 5_000_000_000L;

    private static final int COPIED = 16 * 1024;
    private static final String LENGTH = "content-length:";
    private static final String ENCODING = "transfer-encoding:";
    private static final String CONNECTION = "connection:";

    private final URI address;
    private final byte[] buffer = new byte[16 * 1024];
    private final StringBuilder line = new StringBuilder();

    private Socket socket;
    private InputStream in;
    private int from;
    private int until;
    private long used;

    public Wire(URI address) {
        this.address = address;
    }

    /** Sends and waits for the whole answer. */
    public Reply send(Request request) throws IOException {
        if (socket == null || System.nanoTime() - used > STALE_NANOS) {
            open();
        }
        try {
            long sent = System.nanoTime();
            write(request, socket.getOutputStream());
            return receive(sent);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }

    private void open() throws IOException {
        close();
        socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), PATIENCE_MILLIS);
        in = socket.getInputStream();
        from = 0;
        until = 0;
    }

    /** A small request is one write; the body of a large one is not copied. */
    private void write(Request request, OutputStream out) throws IOException {
        byte[] head = head(request).getBytes(StandardCharsets.US_ASCII);
        byte[] body = request.body();
        if (body.length > COPIED) {
            out.write(head);
            out.write(body);
        } else {
            byte[] all = Arrays.copyOf(head, head.length + body.length);
            System.arraycopy(body, 0, all, head.length, body.length);
            out.write(all);
        }
    }

    private String head(Request request) {
        return request.method() + " " + request.path() + " HTTP/1.1\r\nHost: " + address.getAuthority()
                + "\r\nAccept-Language: zh-CN\r\n" + request.headers()
                + (request.method().equals("GET") ? "" : "Content-Length: " + request.body().length + "\r\n")
                + "\r\n";
    }

    private Reply receive(long sent) throws IOException {
        String first = line();
        if (!first.startsWith("HTTP/1.") || first.length() < 12) {
            throw new IOException("no HTTP answer: " + first);
        }
        int status = Integer.parseInt(first.substring(9, 12));
        int length = status == 204 || status == 304 ? 0 : -1;
        boolean chunked = false;
        boolean last = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (begins(header, LENGTH)) {
                length = Integer.parseInt(header.substring(LENGTH.length()).strip());
            } else if (begins(header, ENCODING)) {
                chunked = header.contains("chunked");
            } else if (begins(header, CONNECTION)) {
                last = header.contains("close");
            }
        }
        byte[] body = chunked ? chunks() : length >= 0 ? exactly(length) : rest();
        used = System.nanoTime();
        if (last || !chunked && length < 0) {
            close();
        }
        return new Reply(status, body, sent, used);
    }

    private static boolean begins(String header, String name) {
        return header.regionMatches(true, 0, name, 0, name.length());
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        for (int size = size(line()); size > 0; size = size(line())) {
            body.write(exactly(size));
            line();
        }
        while (!line().isEmpty()) {
            // trailers say nothing that is needed here
        }
        return body.toByteArray();
    }

    private static int size(String line) {
        int end = line.indexOf(';');
        return Integer.parseInt((end < 0 ? line : line.substring(0, end)).strip(), 16);
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = new byte[length];
        for (int at = 0; at < length; ) {
            fill();
            int some = Math.min(length - at, until - from);
            System.arraycopy(buffer, from, bytes, at, some);
            from += some;
            at += some;
        }
        return bytes;
    }

    private byte[] rest() throws IOException {
        var body = new ByteArrayOutputStream();
        body.write(buffer, from, until - from);
        from = until;
        in.transferTo(body);
        return body.toByteArray();
    }

    private String line() throws IOException {
        line.setLength(0);
        while (true) {
            fill();
            byte next = buffer[from++];
            if (next == '\n') {
                return line.toString();
            }
            if (next != '\r') {
                line.append((char) (next & 0xff));
            }
        }
    }

    private void fill() throws IOException {
        if (from == until) {
            from = 0;
            until = Math.max(0, in.read(buffer));
            if (until == 0) {
                throw new EOFException("the hall closed the connection");
            }
        }
    }
}
