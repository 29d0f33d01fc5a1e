package org.openhall.bench.load;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What came back, and when, by {@link System#nanoTime}. */
public record Reply(int status, String body, long sent, long completed) {

    static Reply of(int status, byte[] body, long sent, long completed) {
        return new Reply(status, new String(body, StandardCharsets.UTF_8), sent, completed);
    }

    /** The first member of that name with a text or a number; enough for answers whose shape is known, and cheap. */
    public String field(String name) {
        List<String> all = fields(name);
        if (all.isEmpty()) {
            throw new IllegalStateException("no \"" + name + "\" in " + body);
        }
        return all.get(0);
    }

    /** All members of that name with a text or a number. */
    public List<String> fields(String name) {
        String mark = "\"" + name + "\":";
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
        int from = body.indexOf(open);
        int until = from < 0 ? -1 : body.indexOf(close, from + open.length());
        return until < 0 ? "" : body.substring(from + open.length(), until);
    }
}
