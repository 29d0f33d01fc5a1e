package org.openhall.api.materials;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openhall.api.catalogue.ItemDefinition.MaterialSpec;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Uploaded files: bytes by hash in a directory, rows in the database. Who may see a file is decided by the caller, who asks for the files
 * of a draft or case that the account may see.
 */
@ProviderType
public interface Materials {

    /** What became of an upload. */
    sealed interface Upload permits Stored, Refused {}

    /**
     * It is on disk and in the database.
     *
     * @param material as stored
     */
    record Stored(StoredMaterial material) implements Upload {}

    /**
     * Nothing was kept.
     *
     * @param problem "too-large", "type", "too-many", "empty", "full" (disk), "filed" (the draft was filed or deleted); the message is a key of the portal's texts, see there
     * @param arguments for the message, such as the largest size
     */
    record Refused(String problem, List<String> arguments) implements Upload {}

    /**
     * Takes a file in: streams it to a temporary file, hashes it, finds its type by content, syncs it, then adds the row. Not called in a
     * transaction. The stream is read to its end only when the file is not too large, and is not closed.
     *
     * @param draft the draft's id
     * @param spec what the item asks for
     * @param fileName as the client says
     * @param content the bytes
     * @return stored, or why not
     */
    Upload add(long draft, MaterialSpec spec, String fileName, InputStream content);

    /**
     * Takes a file back before filing.
     *
     * @param draft the draft's id
     * @param material its id
     * @return false when the draft has no such file
     */
    boolean remove(long draft, long material);

    /**
     * Takes all files of a draft back, because the draft is deleted; no further file is added to it. Joins the open transaction.
     *
     * @param draft the draft's id
     * @throws IllegalStateException without a transaction
     */
    void discard(long draft);

    /**
     * The files of a draft that is not filed.
     *
     * @param draft the draft's id
     * @return by time, at most 500
     */
    List<StoredMaterial> ofDraft(long draft);

    /**
     * The files of a case.
     *
     * @param caseId the case's id
     * @return by time, at most 500
     */
    List<StoredMaterial> ofCase(long caseId);

    /**
     * The files of several cases at once.
     *
     * @param cases at most 500 ids
     * @return by case, each by time; a case without files is left out
     */
    Map<Long, List<StoredMaterial>> ofCases(Set<Long> cases);

    /**
     * Gives the files of a draft to the case made from it; no further file is added to the draft. Waits for a file that is just being
     * added, which then goes along. Joins the open transaction.
     *
     * @param draft the draft's id
     * @param caseId the case's id
     * @return the files, now of the case
     * @throws IllegalStateException without a transaction
     */
    List<StoredMaterial> handOver(long draft, long caseId);

    /**
     * Opens the bytes.
     *
     * @param sha256 of a file that the caller may see
     * @return empty when the bytes are gone; the caller closes the stream
     */
    Optional<InputStream> open(String sha256);
}
