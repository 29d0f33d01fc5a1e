package org.openhall.catalogue.internal.testing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhall.api.users.Directory;

/** A directory of a hall whose forms ask for no region. */
public final class NoRegions implements Directory {

    @Override
    public Optional<Region> region(String code) {
        return Optional.empty();
    }

    @Override
    public List<Region> below(String parent) {
        return List.of();
    }

    @Override
    public Optional<Department> department(String code) {
        return Optional.empty();
    }

    @Override
    public void put(List<Region> regions, List<Department> departments) {
        throw new UnsupportedOperationException("There are no regions here");
    }

    @Override
    public Map<String, String> departmentNames() {
        return Map.of();
    }
}
