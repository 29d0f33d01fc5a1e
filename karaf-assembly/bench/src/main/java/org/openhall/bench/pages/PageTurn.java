package org.openhall.bench.pages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;
import org.openhall.bench.load.Failures;
import org.openhall.bench.load.Reply;
import org.openhall.bench.load.Request;
import org.openhall.bench.load.Turn;
import org.openhall.bench.load.Wire;

/** Reads one address again and again. A whole answer has status 200 and ends as it should. */
public final class PageTurn implements Turn {

    /** How a page ends. */
    public static final String HTML = "</html>";

    private final Request request;
    private final byte[] end;
    private final Failures failures;
    private final LongAdder read = new LongAdder();

    public PageTurn(String path, String end, Failures failures) {
        this.request = Request.get(path);
        this.end = end.getBytes(StandardCharsets.US_ASCII);
        this.failures = failures;
    }

    @Override
    public String take(long number, Wire wire) throws IOException {
        Reply reply = wire.send(request);
        if (failures.expect(200, request, reply)) {
            if (ends(reply.bytes())) {
                read.increment();
            } else {
                failures.add("not whole", request + " answered " + reply);
            }
        }
        return "read";
    }

    /** How often it was read whole. */
    public long read() {
        return read.sum();
    }

    private boolean ends(byte[] page) {
        int until = page.length;
        while (until > 0 && page[until - 1] <= ' ' && page[until - 1] >= 0) {
            until--;
        }
        return until >= end.length && Arrays.equals(page, until - end.length, until, end, 0, end.length);
    }
}
