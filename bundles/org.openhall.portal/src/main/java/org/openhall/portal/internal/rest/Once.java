package org.openhall.portal.internal.rest;

import java.util.Optional;
import java.util.function.Function;
import org.openhall.api.storage.RequestKey;
import org.openhall.api.storage.Requests;
import org.openhall.api.storage.Transactions;

/**
 * Remembers acts that are more than one transaction, such as starting a bundle. The request is noted before, its effect after: one that
 * broke off in between is carried out again, which the acts themselves bear.
 */
final class Once {

    private static final String BEGUN = "begun";

    private final Transactions transactions;
    private final Requests requests;

    Once(Transactions transactions, Requests requests) {
        this.transactions = transactions;
        this.requests = requests;
    }

    /** The reference of the same request when it took effect before; empty when it is to be carried out. */
    Optional<String> before(RequestKey request) {
        return Optional.of(requests.once(Optional.of(request), () -> BEGUN, Function.identity(), Function.identity()))
                .filter(reference -> !reference.equals(BEGUN));
    }

    /** Notes what the request made. */
    void after(RequestKey request, String reference) {
        transactions.run(() -> requests.settle(request, reference));
    }
}
