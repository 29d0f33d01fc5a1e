package org.openhall.storage.internal.requests;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.openhall.api.storage.KeyReused;
import org.openhall.api.storage.RequestKey;
import org.openhall.api.storage.Requests;
import org.openhall.api.storage.StorageUnavailable;
import org.openhall.api.storage.Transactions;
import org.openhall.storage.Database;
import org.openhall.storage.internal.OpenDatabase;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Requests as rows whose primary key makes the second one wait for the first. */
@Component(service = {Requests.class, JdbcRequests.class})
public final class JdbcRequests implements Requests {

    private static final Duration KEPT = Duration.ofHours(48);
    /** Deleted in slices, so that a transaction stays short after a long standstill or a busy day. */
    private static final int SLICE = 2_000;

    private final Transactions transactions;
    private final RequestTable requests;
    private final Clock clock;

    @Activate
    public JdbcRequests(
            @Reference Transactions transactions,
            @Reference Database database,
            @Reference OpenDatabase open,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.requests = new RequestTable(database, open.dialect());
        this.clock = clock;
    }

    @Override
    public Optional<String> claim(RequestKey request) {
        if (requests.insert(request, clock.instant())) {
            return Optional.empty();
        }
        RequestTable.Row first = requests.find(request)
                .orElseThrow(() -> new StorageUnavailable("A request was forgotten while it came again", null));
        if (!first.bodyHash().equals(request.bodyHash())) {
            throw new KeyReused();
        }
        return Optional.of(first.reference()
                .orElseThrow(() -> new IllegalStateException("The first request was committed without a reference")));
    }

    @Override
    public void settle(RequestKey request, String reference) {
        if (requests.settle(request, reference) != 1) {
            throw new IllegalStateException("The request was not claimed");
        }
    }

    /** Forgets what is older than 48 hours. */
    public void forgetOld() {
        Instant until = clock.instant().minus(KEPT);
        int deleted;
        do {
            deleted = transactions.run(() -> requests.deleteBefore(until, SLICE));
        } while (deleted >= SLICE);
    }
}
