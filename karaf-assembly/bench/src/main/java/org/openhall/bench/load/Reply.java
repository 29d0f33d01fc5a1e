package org.openhall.bench.load;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What came back, and when, by {@link System#nanoTime}. Its text is made when somebody reads it. For one thread. */
public final class Reply {

    private final int status;
    private final byte[] bytes;
    private final long sent;
    private final long completed;
    private String body = "";

    Reply(int status, byte[] bytes, long sent, long completed) {
        this.status = status;
        this.bytes = bytes;
        this.sent = sent;
        this.completed = completed;
    }

    public int status() {
        return status;
    }

    /** As it came. */
    public byte[] bytes() {
        return bytes;
    }

    public String body() {
        if (body.isEmpty()) {
            body = new String(bytes, StandardCharsets.UTF_8);
        }
        return body;
    }

    public long sent() {
        return sent;
    }

    public long completed() {
        return completed;
    }

    /** The first member of that name with a text or a number; enough for answers whose shape is known, and cheap. */
    public String field(String name) {
        List<String> all = fields(name);
        if (all.isEmpty()) {
            throw new IllegalStateException("no \"" + name + "\" in " + body());
        }
        return all.get(0);
    }

    /** The first member of that name that is a text; empty when there is none. */
    public Optional<String> text(String name) {
        String mark = "\"" + name + "\":\"";
        return body().contains(mark) ? Optional.of(between(mark, "\"")) : Optional.empty();
    }

    /** All members of that name with a text or a number. */
    public List<String> fields(String name) {
        String mark = "\"" + name + "\":";
        String body = body();
        List<String> found = new ArrayList<>();
        for (int at = body.indexOf(mark); at >= 0; at = body.indexOf(mark, at + 1)) {
            int from = at + mark.length();
            boolean text = body.charAt(from) == '"';
            int until = from + 1;
            while (until < body.length()
                    && (text ? body.charAt(until) != '"' : ",}]".indexOf(body.charAt(until)) < 0)) {
                until++;
            }
            found.add(body.substring(text ? from + 1 : from, until));
        }
        return found;
    }

    /** What stands between such marks for the first time; empty when they are not there. */
    public String between(String open, String close) {
        String body = body();
        int from = body.indexOf(open);
        int until = from < 0 ? -1 : body.indexOf(close, from + open.length());
        return until < 0 ? "" : body.substring(from + open.length(), until);
    }

    @Override
    public String toString() {
        return status + " " + body();
    }
}
