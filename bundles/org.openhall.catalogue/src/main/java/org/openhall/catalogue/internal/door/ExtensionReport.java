package org.openhall.catalogue.internal.door;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openhall.api.catalogue.Extensions.Extending;
import org.openhall.catalogue.internal.LiveExtensions;
import org.openhall.catalogue.internal.Snapshot;

/** Says in words what extends what after a change. */
final class ExtensionReport {

    private ExtensionReport() {}

    /** Of an extension what it works on, of an item what works on it; one line each. */
    static List<String> lines(Snapshot now, String key) {
        Optional<String> item = now.composition().extended(key);
        List<Extending> all = item.isPresent() ? LiveExtensions.by(now, key) : LiveExtensions.on(now, key);
        List<String> lines = new ArrayList<>();
        all.forEach(extending -> lines.add(line(extending)));
        if (item.isPresent() && all.isEmpty()) {
            lines.add(
                    now.newest(item.get()).isEmpty()
                            ? "The item '" + item.get() + "' is not here yet; the extension waits for it."
                            : "It works on no version of '" + item.get() + "' that is served now.");
        }
        return lines;
    }

    private static String line(Extending extending) {
        String who = extending.extension() + " " + extending.version();
        String of = extending.item() + " " + extending.of();
        if (extending.missing().isPresent()) {
            return who + " does not apply to " + of + ": there is no "
                    + extending.missing().get() + ".";
        }
        String steps = extending.points().entrySet().stream()
                .map(point -> "the step '" + point.getKey() + "' at " + point.getValue())
                .collect(Collectors.joining(", "));
        String rules = extending.rules().isEmpty()
                ? ""
                : (steps.isEmpty() ? "" : ", ") + "the rules " + String.join(", ", extending.rules());
        String tied = extending.tied().isEmpty()
                ? ""
                : " Order " + extending.order() + " is that of " + String.join(", ", extending.tied())
                        + " too; who comes first in the alphabet works first.";
        return who + " adds to " + of + ": " + steps + rules + "." + tied;
    }
}
