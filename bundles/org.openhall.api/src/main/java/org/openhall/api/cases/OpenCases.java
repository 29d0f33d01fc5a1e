package org.openhall.api.cases;

import java.util.Map;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** How much is still open on the lines of items. Counted by index; safe for many threads. */
@ProviderType
public interface OpenCases {

    /**
     * Counts for some items at once.
     *
     * @param items at most 500 keys
     * @return by item, then by line (major.minor); a line without anything open is left out
     */
    Map<String, Map<String, Open>> on(Set<String> items);

    /**
     * What is open on one line.
     *
     * @param cases that have not ended
     * @param drafts that were not filed
     */
    record Open(long cases, long drafts) {}
}
