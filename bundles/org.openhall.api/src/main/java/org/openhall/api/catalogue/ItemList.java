package org.openhall.api.catalogue;

import java.util.List;
import java.util.Map;
import org.openhall.api.paging.Page;

/**
 * Answer to an {@link ItemQuery}.
 *
 * @param page what was found, those that can be filed online first, then by name; without {@link Implementation#more}
 * @param total how many were found in all
 * @param facets by facet ("online", "subject", "region", "department", "powerType", "theme"), the values with the most hits, at most 12 a
 *     facet; the count of a value is what the list would have with only this value of its facet
 */
public record ItemList(Page<Implementation> page, long total, Map<String, List<Facet>> facets) {

    /**
     * One value of a facet.
     *
     * @param value as given in the query
     * @param label shown; equal to the value for themes and power types
     * @param count hits
     */
    public record Facet(String value, String label, long count) {}
}
