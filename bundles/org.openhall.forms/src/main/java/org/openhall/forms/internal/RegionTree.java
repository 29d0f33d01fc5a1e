package org.openhall.forms.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.openhall.api.users.Directory.Region;

/** Ways through the regions, from the top down. */
final class RegionTree {

    private static final int DEEPEST = 8;

    private final Regions regions;

    RegionTree(Regions regions) {
        this.regions = regions;
    }

    /** The region and those above it up to, but without, the root; empty when it is unknown or not below the root. */
    Optional<List<Region>> path(String code, String root) {
        List<Region> path = new ArrayList<>();
        String here = code;
        while (!here.equals(root) && path.size() < DEEPEST) {
            Optional<Region> region = regions.region(here);
            if (region.isEmpty()) {
                return Optional.empty();
            }
            path.add(region.get());
            here = region.get().parent();
        }
        Collections.reverse(path);
        return here.equals(root) && !path.isEmpty() ? Optional.of(path) : Optional.empty();
    }

    List<Region> below(String code) {
        return regions.below(code);
    }

    /** Whether the choice stops above the level asked for although there are regions below. */
    boolean unfinished(List<Region> path, int levels) {
        return path.size() < levels && !below(path.get(path.size() - 1).code()).isEmpty();
    }
}
