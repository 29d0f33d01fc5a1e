package org.openhall.api.materials;

import java.time.Instant;
import java.util.Objects;

/**
 * One file handed in.
 *
 * @param id never reused
 * @param code the material of the item it was handed in for
 * @param fileName as the applicant's device named it, without path and control characters, at most 200 characters
 * @param mediaType found in the content
 * @param size bytes
 * @param sha256 of the content
 * @param uploadedAt when
 */
public record StoredMaterial(
        long id, String code, String fileName, String mediaType, long size, String sha256, Instant uploadedAt) {

    public StoredMaterial {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(fileName, "fileName");
        Objects.requireNonNull(mediaType, "mediaType");
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(uploadedAt, "uploadedAt");
    }
}
