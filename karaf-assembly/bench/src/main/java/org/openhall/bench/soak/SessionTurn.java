package org.openhall.bench.soak;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.openhall.bench.load.Failures;
import org.openhall.bench.load.Reply;
import org.openhall.bench.load.Request;
import org.openhall.bench.load.Turn;
import org.openhall.bench.load.Wire;
import org.openhall.distribution.DemoAccount;

/** Somebody signs in, looks at his cases, signs out, and is nobody from then on. */
final class SessionTurn implements Turn {

    private static final String SESSION = "/api/v1/session";
    private static final String CASES = "/api/v1/cases?limit=5";

    private final List<DemoAccount> accounts;
    private final Failures failures;
    private final LongAdder sessions = new LongAdder();

    SessionTurn(List<DemoAccount> accounts, Failures failures) {
        this.accounts = accounts;
        this.failures = failures;
    }

    @Override
    public String take(long number, Wire wire) throws IOException {
        DemoAccount account = accounts.get((int) (number % accounts.size()));
        Request in = Request.post(
                SESSION, "{\"username\":\"" + account.username() + "\",\"password\":\"" + account.password() + "\"}");
        Reply reply = wire.send(in);
        if (failures.expect(200, in, reply)) {
            String token = reply.field("token");
            Request look = Request.get(CASES, token);
            boolean good = failures.expect(200, look, wire.send(look));
            Request out = Request.delete(SESSION, token);
            good &= failures.expect(204, out, wire.send(out));
            good &= failures.expect(401, look, wire.send(look));
            if (good) {
                sessions.increment();
            }
        }
        return "session";
    }

    long sessions() {
        return sessions.sum();
    }
}
