package org.openhall.cases.internal;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.openhall.api.cases.Draft;
import org.openhall.api.catalogue.Implementation;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.api.catalogue.Limit;
import org.openhall.api.materials.StoredMaterial;
import org.openhall.api.users.Party;

/**
 * A draft, frozen to be filed.
 *
 * @param draft as it was read
 * @param version that serves its line
 * @param party who applies
 * @param files as they were read
 * @param application what rules see and what is stored
 */
record Prepared(Draft draft, ItemVersion version, Party party, List<StoredMaterial> files, Frozen application) {

    /** Files of materials that this version asks for. */
    List<StoredMaterial> asked() {
        return files.stream().filter(this::asks).toList();
    }

    /** Files of materials that an earlier version asked for; the authority does not need them. */
    List<StoredMaterial> forgotten() {
        return files.stream().filter(file -> !asks(file)).toList();
    }

    private boolean asks(StoredMaterial file) {
        return version.definition().materials().stream()
                .anyMatch(spec -> spec.code().equals(file.code()));
    }

    /** The limit of the case: promised days of the implementation go before those of the item. */
    Limit limit(Implementation implementation) {
        return limit(Optional.of(implementation), version);
    }

    /**
     * The limit a case would have on a version that may not serve yet. A row that the item itself brings has the days of whichever version is
     * active, so the version's own word counts.
     */
    static Limit limitOn(String implementation, Optional<Implementation> listed, ItemVersion version) {
        boolean own = version.definition().implementations().stream()
                .anyMatch(row -> row.code().equals(implementation));
        return own ? version.definition().limits().promised() : limit(listed, version);
    }

    private static Limit limit(Optional<Implementation> implementation, ItemVersion version) {
        OptionalInt promised = implementation.map(Implementation::promisedDays).orElse(OptionalInt.empty());
        return promised.isPresent()
                ? new Limit(promised.getAsInt(), Limit.Unit.WORKING)
                : version.definition().limits().promised();
    }
}
