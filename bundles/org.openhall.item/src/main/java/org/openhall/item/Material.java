package org.openhall.item;

import java.util.Objects;

/**
 * One file handed in with an application.
 *
 * @param code the material in {@code item.yaml} it was handed in for
 * @param fileName the name the applicant's device gave, without a path
 * @param mediaType the type found in the content (RFC 2046), not the one claimed
 * @param size in bytes, &gt; 0
 * @param sha256 of the content, 64 lower-case hexadecimal digits
 */
public record Material(String code, String fileName, String mediaType, long size, String sha256) {

    public Material {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(fileName, "fileName");
        Objects.requireNonNull(mediaType, "mediaType");
        Objects.requireNonNull(sha256, "sha256");
    }
}
