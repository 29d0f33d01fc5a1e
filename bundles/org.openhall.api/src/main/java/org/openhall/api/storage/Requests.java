package org.openhall.api.storage;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/** Remembers for 48 hours which requests took effect, in the transaction of their effect. */
@ProviderType
public interface Requests {

    /**
     * Does in one transaction what a request asks for, unless it was done before; then the answer is made once more. Of requests with the same key
     * that come at the same time one takes effect and the others are rolled back. An effect that fails is not remembered, and the same request may
     * come again.
     *
     * @param <T> the answer
     * @param request the request; without one the effect happens each time
     * @param effect changes something; its transaction may be rolled back, and it may run at the same time as another with the same key
     * @param reference of an answer, from which it can be made again, such as a case number; at most 120 characters
     * @param again makes the answer of a reference, in a transaction
     * @return the answer
     * @throws KeyReused when the key was used with another body
     * @throws IllegalStateException within a transaction
     */
    <T> T once(
            Optional<RequestKey> request,
            Supplier<T> effect,
            Function<? super T, String> reference,
            Function<String, T> again);

    /**
     * Writes another reference for a request that took effect, in the open transaction.
     *
     * @param request the request
     * @param reference such as a case number
     * @throws IllegalStateException when it did not take effect, or without a transaction
     */
    void settle(RequestKey request, String reference);
}
