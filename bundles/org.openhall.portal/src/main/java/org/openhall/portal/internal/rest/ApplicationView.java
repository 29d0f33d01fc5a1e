package org.openhall.portal.internal.rest;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.openhall.api.cases.Draft;
import org.openhall.api.catalogue.Version;

/** An application being filled in, as the one who fills it in sees it. */
public record ApplicationView(
        long id,
        String item,
        String implementation,
        Version version,
        long party,
        long revision,
        Instant updatedAt,
        Optional<String> filedAs,
        Map<String, Object> answers) {

    static ApplicationView of(Draft draft) {
        return new ApplicationView(
                draft.id(),
                draft.item(),
                draft.implementation(),
                draft.version(),
                draft.party(),
                draft.revision(),
                draft.updatedAt(),
                draft.filedAs(),
                draft.answers().asMap());
    }
}
