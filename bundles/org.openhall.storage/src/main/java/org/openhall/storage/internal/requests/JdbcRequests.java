package org.openhall.storage.internal.requests;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.openhall.api.storage.KeyReused;
import org.openhall.api.storage.RequestKey;
import org.openhall.api.storage.Requests;
import org.openhall.api.storage.StorageUnavailable;
import org.openhall.api.storage.Transactions;
import org.openhall.storage.Database;
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
    private final Database database;

    @Activate
    public JdbcRequests(@Reference Transactions transactions, @Reference Database database, @Reference Clock clock) {
        this.transactions = transactions;
        this.database = database;
        this.requests = new RequestTable(database);
        this.clock = clock;
    }

    @Override
    public <T> T once(
            Optional<RequestKey> request,
            Supplier<T> effect,
            Function<? super T, String> reference,
            Function<String, T> again) {
        if (database.isOpen()) {
            throw new IllegalStateException("What is done once has a transaction of its own");
        }
        if (request.isEmpty()) {
            return transactions.run(effect);
        }
        RequestKey key = request.get();
        try {
            return transactions.run(() -> {
                T answer = effect.get();
                if (!requests.insert(key, reference.apply(answer), clock.instant())) {
                    throw new DoneBefore();
                }
                return answer;
            });
        } catch (StorageUnavailable e) {
            throw e;
        } catch (DoneBefore before) {
            String first = first(key)
                    .orElseThrow(() -> new StorageUnavailable("A request was forgotten while it came again", null));
            return transactions.run(() -> again.apply(first));
        } catch (RuntimeException failed) {
            // what was done before can often not be done again
            String first = unless(failed, () -> first(key)).orElseThrow(() -> failed);
            return transactions.run(() -> again.apply(first));
        }
    }

    private static <T> T unless(RuntimeException failed, Supplier<T> question) {
        try {
            return question.get();
        } catch (RuntimeException e) {
            e.addSuppressed(failed);
            throw e;
        }
    }

    private Optional<String> first(RequestKey request) {
        Optional<RequestTable.Row> first = transactions.glance(() -> requests.find(request));
        if (first.isPresent() && !first.get().bodyHash().equals(request.bodyHash())) {
            throw new KeyReused();
        }
        return first.map(RequestTable.Row::reference);
    }

    @Override
    public void settle(RequestKey request, String reference) {
        if (requests.settle(request, reference) != 1) {
            throw new IllegalStateException("The request took no effect");
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

    /** Rolls back what was done a second time. */
    private static final class DoneBefore extends RuntimeException {

        private static final long serialVersionUID = 1L;

        DoneBefore() {
            super("The request took effect before", null, false, false);
        }
    }
}
