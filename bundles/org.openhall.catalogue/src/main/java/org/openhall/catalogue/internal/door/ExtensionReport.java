package org.openhall.catalogue.internal.door;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openhall.api.catalogue.Extensions.Extending;
import org.openhall.api.catalogue.Told;
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
        all.forEach(extending -> lines.addAll(lines(extending)));
        if (item.isPresent() && all.isEmpty()) {
            lines.add(
                    now.newest(item.get()).isEmpty()
                            ? Told.ITEM_AWAITED.say(item.get())
                            : Told.EXTENDS_NOTHING.say(item.get()));
        }
        return lines;
    }

    private static List<String> lines(Extending extending) {
        if (extending.missing().isPresent()) {
            return List.of(Told.LACKS.say(
                    extending.extension(),
                    extending.version(),
                    extending.item(),
                    extending.of(),
                    extending.missing().get()));
        }
        List<String> added = new ArrayList<>();
        extending.points().forEach((step, point) -> added.add(Told.STEP.say(step, point)));
        if (!extending.rules().isEmpty()) {
            added.add(Told.RULES.say(String.join(", ", extending.rules())));
        }
        List<String> lines = new ArrayList<>();
        lines.add(Told.EXTENDS.say(
                extending.extension(),
                extending.version(),
                extending.item(),
                extending.of(),
                String.join(", ", added)));
        if (!extending.tied().isEmpty()) {
            lines.add(Told.TIED.say(extending.order(), String.join(", ", extending.tied())));
        }
        return lines;
    }
}
