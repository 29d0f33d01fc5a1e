package org.openhall.api.users;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Regions and departments. Read from memory, re-read by change stamp. */
@ProviderType
public interface Directory {

    /**
     * A region.
     *
     * @param code GB/T 2260 and its extensions, 2–12 digits
     * @param name in Chinese
     * @param parent the code of the region above; empty at the top
     */
    record Region(String code, String name, String parent) {}

    /**
     * A department.
     *
     * @param code the organisation's code
     * @param name in Chinese
     * @param region the code of its region
     */
    record Department(String code, String name, String region) {}

    /**
     * Finds a region.
     *
     * @param code its code
     * @return empty when unknown
     */
    Optional<Region> region(String code);

    /**
     * The regions directly below one.
     *
     * @param parent its code, "" for the top
     * @return by code
     */
    List<Region> below(String parent);

    /**
     * Finds a department.
     *
     * @param code its code
     * @return empty when unknown
     */
    Optional<Department> department(String code);

    /**
     * Adds or renames regions and departments, in one transaction.
     *
     * @param regions by code, those above before those below
     * @param departments by code
     */
    void put(List<Region> regions, List<Department> departments);

    /**
     * Names of departments.
     *
     * @return names by code
     */
    Map<String, String> departmentNames();
}
