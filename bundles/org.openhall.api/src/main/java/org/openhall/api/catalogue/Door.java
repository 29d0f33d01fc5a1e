package org.openhall.api.catalogue;

import java.nio.file.Path;
import java.util.List;
import org.openhall.api.forms.Defect;
import org.osgi.annotation.versioning.ProviderType;

/** The one door through which item bundles come in: read as data, check, store, install, start, check again, activate. */
@ProviderType
public interface Door {

    /** What became of a bundle. */
    sealed interface Entry permits Entered, Refused {}

    /**
     * The version is in the hall.
     *
     * @param item key
     * @param version full version
     * @param activated whether it serves its line now; false when a newer one of the line already does
     * @param report what was done, one line each
     */
    record Entered(String item, Version version, boolean activated, List<String> report) implements Entry {}

    /**
     * The hall goes on as before.
     *
     * @param defects at least one
     */
    record Refused(List<Defect> defects) implements Entry {}

    /** What follows when the bundle is sound. */
    enum Then {
        /** It serves its line at once, unless a newer version of the line does. */
        ACTIVATE,
        /** It is kept and serves nothing until {@link Deployments#activate}. */
        KEEP
    }

    /**
     * Hands a bundle in. One at a time; others wait. What became of it is recorded.
     *
     * @param file a jar; not changed, not kept open
     * @param then what follows when it is sound
     * @param by who; refused when one of the departments that offer the item is not his
     * @return what became of it
     */
    Entry offer(Path file, Then then, Operator by);
}
