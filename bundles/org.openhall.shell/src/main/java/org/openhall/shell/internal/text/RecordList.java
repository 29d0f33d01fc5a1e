package org.openhall.shell.internal.text;

import java.util.List;
import java.util.stream.Stream;
import org.openhall.api.catalogue.Deployments.Recorded;

/**
 * What was done, an act each with its report below.
 *
 * @param times how times are shown
 */
public record RecordList(Times times) {

    public List<String> of(List<Recorded> acts) {
        return acts.stream().flatMap(this::lines).toList();
    }

    private Stream<String> lines(Recorded act) {
        String what = act.item() + act.version().map(version -> " " + version).orElse("");
        String head = times.show(act.at()) + "  " + what + ": " + Words.kind(act.kind()) + ", by " + act.by();
        return Stream.concat(Stream.of(head), act.report().stream().map(line -> "    " + times.told(line)));
    }
}
