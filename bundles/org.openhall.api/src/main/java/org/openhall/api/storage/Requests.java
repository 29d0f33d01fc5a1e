package org.openhall.api.storage;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Remembers for 48 hours which requests took effect, in the transaction of their effect. */
@ProviderType
public interface Requests {

    /**
     * Claims a request before its effect. A second request with the same key waits for the first one's commit.
     *
     * @param request the request
     * @return empty when it is new; else the reference given to {@link #settle} by the first one
     * @throws KeyReused when the key was used with another body
     * @throws IllegalStateException without a transaction
     */
    Optional<String> claim(RequestKey request);

    /**
     * Writes what the request made, so that the answer can be rebuilt.
     *
     * @param request the request claimed before
     * @param reference such as a case number
     */
    void settle(RequestKey request, String reference);
}
