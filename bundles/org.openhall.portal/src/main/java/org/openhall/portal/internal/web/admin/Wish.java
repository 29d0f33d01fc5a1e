package org.openhall.portal.internal.web.admin;

import java.util.Optional;
import java.util.stream.Stream;
import org.openhall.api.catalogue.Deployed;
import org.openhall.api.catalogue.Deployed.Arrived;
import org.openhall.api.catalogue.Deployed.Line;
import org.openhall.api.catalogue.Deployments.Recorded;
import org.openhall.api.catalogue.Version;
import org.openhall.portal.internal.http.Refusal;

/**
 * What is asked for, with what it is about looked up: only what the item has can be asked for.
 *
 * @param act what to do
 * @param version it is done to, when it is done to one
 * @param line it is done to, when it is done to one; empty for all lines
 */
record Wish(Act act, Optional<Version> version, Optional<Line> line) {

    /** Reads a request; 404 when the item has no such version or line. */
    static Wish of(Act act, Deployed item, String version, String line) {
        Optional<Version> wanted = Optional.empty();
        Optional<Line> about = Optional.empty();
        if (act.subject().equals("version")) {
            wanted = Optional.of(versions(item)
                    .filter(known -> known.toString().equals(version))
                    .findFirst()
                    .orElseThrow(Refusal::notFound));
            about = line(item, wanted.get().line());
        } else if (act.subject().equals("line") && !(act == Act.RETIRE && line.isEmpty())) {
            about = Optional.of(line(item, line).orElseThrow(Refusal::notFound));
        }
        return new Wish(act, wanted, about);
    }

    static Wish activate(Deployed item, Version version) {
        return new Wish(Act.ACTIVATE, Optional.of(version), line(item, version.line()));
    }

    /** The version or line in an address or a hidden field. */
    String about() {
        return version.map(Version::toString).or(() -> line.map(Line::line)).orElse("");
    }

    /** Whether an act of the record was done to this very version or line; acts on a line are recorded with the version that served it. */
    boolean isAbout(Recorded act) {
        return version.map(wanted -> act.version().equals(Optional.of(wanted.toString())))
                .or(() -> line.map(wanted -> act.version()
                        .filter(done -> done.startsWith(wanted.line() + "."))
                        .isPresent()))
                .orElse(true);
    }

    private static Stream<Version> versions(Deployed item) {
        return item.lines().stream().flatMap(line -> line.versions().stream()).map(Arrived::version);
    }

    private static Optional<Line> line(Deployed item, String line) {
        return item.lines().stream().filter(known -> known.line().equals(line)).findFirst();
    }
}
