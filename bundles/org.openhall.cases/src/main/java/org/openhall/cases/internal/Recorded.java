package org.openhall.cases.internal;

import java.time.Instant;
import org.openhall.api.cases.CaseFile.Event;
import org.openhall.api.catalogue.Version;

/**
 * An event as stored.
 *
 * @param event what readers see
 * @param actor who did it
 * @param document template of the document the applicant got; else empty
 */
record Recorded(Event event, Actor actor, String document) {

    static Recorded filed(Instant at, Actor actor, Version version) {
        return of(at, "filed", "", actor, "", version);
    }

    /** Something that is neither filing nor an act. */
    static Recorded of(Instant at, String kind, String step, Actor actor, String opinion, Version version) {
        return new Recorded(new Event(at, kind, step, "", actor.name(), actor.post(), opinion, version), actor, "");
    }

    static Recorded acted(
            Instant at, String step, String outcome, Actor actor, String opinion, String document, Version version) {
        return new Recorded(
                new Event(at, "acted", step, outcome, actor.name(), actor.post(), opinion, version), actor, document);
    }

    boolean is(String kind) {
        return event.kind().equals(kind);
    }
}
