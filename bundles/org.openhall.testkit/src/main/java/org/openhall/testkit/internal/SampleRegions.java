package org.openhall.testkit.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.openhall.api.users.Directory;

/** Made-up regions, two below each down to the third level, so that a question for a region can be drawn. */
final class SampleRegions implements Directory {

    private static final int DEEPEST = 12;

    @Override
    public Optional<Region> region(String code) {
        return code.matches("[0-9]{2,12}")
                ? Optional.of(new Region(code, "样例地区 " + code, code.substring(0, code.length() - 2)))
                : Optional.empty();
    }

    @Override
    public List<Region> below(String parent) {
        return parent.length() >= DEEPEST
                ? List.of()
                : IntStream.rangeClosed(1, 2)
                        .mapToObj(n -> region(parent + "0" + n).orElseThrow())
                        .toList();
    }

    @Override
    public Optional<Department> department(String code) {
        return Optional.empty();
    }

    @Override
    public void put(List<Region> regions, List<Department> departments) {
        throw new UnsupportedOperationException("These regions are made up");
    }

    @Override
    public Map<String, String> departmentNames() {
        return Map.of();
    }
}
