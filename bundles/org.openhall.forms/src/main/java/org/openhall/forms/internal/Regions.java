package org.openhall.forms.internal;

import java.util.List;
import java.util.Optional;
import org.openhall.api.users.Directory.Region;

/** The part of the directory that region questions read. */
interface Regions {

    Optional<Region> region(String code);

    List<Region> below(String parent);
}
