package org.openhall.api.storage;

import java.util.Objects;

/**
 * Names one request that must take effect once (the Idempotency-Key header).
 *
 * @param principal who asks: the account's id
 * @param path method and path
 * @param key the client's key, 1–255 printable characters
 * @param bodyHash SHA-256 of the body, in hexadecimal
 */
public record RequestKey(long principal, String path, String key, String bodyHash) {

    public RequestKey {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(bodyHash, "bodyHash");
    }
}
