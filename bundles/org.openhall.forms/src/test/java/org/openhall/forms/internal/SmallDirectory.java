package org.openhall.forms.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhall.api.users.Directory;

/** A handful of regions. */
final class SmallDirectory implements Directory {

    private static final List<Region> REGIONS = List.of(
            new Region("34", "安徽省", ""),
            new Region("3401", "合肥市", "34"),
            new Region("3416", "亳州市", "34"),
            new Region("341602", "谯城区", "3416"),
            new Region("341621", "涡阳县", "3416"),
            new Region("44", "广东省", ""),
            new Region("4401", "广州市", "44"));

    @Override
    public Optional<Region> region(String code) {
        return REGIONS.stream().filter(region -> region.code().equals(code)).findFirst();
    }

    @Override
    public List<Region> below(String parent) {
        return REGIONS.stream().filter(region -> region.parent().equals(parent)).toList();
    }

    @Override
    public Optional<Department> department(String code) {
        return Optional.empty();
    }

    @Override
    public void put(List<Region> regions, List<Department> departments) {
        throw new UnsupportedOperationException("These regions are fixed");
    }

    @Override
    public Map<String, String> departmentNames() {
        return Map.of();
    }
}
