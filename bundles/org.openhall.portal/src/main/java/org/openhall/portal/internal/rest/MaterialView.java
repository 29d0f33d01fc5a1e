package org.openhall.portal.internal.rest;

import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.openhall.api.materials.Materials;
import org.openhall.api.materials.StoredMaterial;
import org.openhall.portal.internal.http.FileAnswers;
import org.openhall.portal.internal.http.Refusal;

/** A file handed in. */
public record MaterialView(
        long id, String material, String fileName, String mediaType, long size, String sha256, Instant uploadedAt) {

    /** Sends one of the files that the caller may see, to be saved. */
    static Response download(Materials materials, List<StoredMaterial> files, long id) {
        StoredMaterial file =
                files.stream().filter(one -> one.id() == id).findFirst().orElseThrow(Refusal::notFound);
        return FileAnswers.of(materials, file, true);
    }

    static MaterialView of(StoredMaterial stored) {
        return new MaterialView(
                stored.id(),
                stored.code(),
                stored.fileName(),
                stored.mediaType(),
                stored.size(),
                stored.sha256(),
                stored.uploadedAt());
    }
}
