package org.openhall.catalogue.internal.definition;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhall.item.Answers;
import org.openhall.item.Applicant;

/**
 * A sample application that an item ships, with what must come of it.
 *
 * @param file path in the bundle
 * @param kind of who applies
 * @param answers as an applicant gives them
 * @param materials codes of those handed in, one file each
 * @param filedAt its "now"
 * @param problems pointers at which it is returned; empty when it is accepted
 * @param acts of the officials, when it is accepted
 * @param state of the case after them
 * @param lines where paths stand in the file
 */
public record Sample(
        String file,
        Applicant.Kind kind,
        Answers answers,
        List<String> materials,
        Instant filedAt,
        Optional<List<String>> problems,
        List<String> acts,
        String state,
        Map<String, Integer> lines) {

    /** Whether the hall takes it. */
    public boolean accepted() {
        return problems.isEmpty();
    }

    /** Where a path stands; 0 when the file does not have it. */
    public int line(String path) {
        return lines.getOrDefault(path, 0);
    }
}
