package org.openhall.catalogue.internal.door;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhall.api.catalogue.ItemDefinition;
import org.openhall.api.catalogue.Told;
import org.openhall.api.catalogue.Version;
import org.openhall.catalogue.internal.Snapshot;
import org.openhall.catalogue.internal.store.ActivationTable.Row;

/**
 * Works out which lines an act changes, from what is true at the moment.
 *
 * @param now what is served
 * @param item key
 * @param at the moment
 */
public record Pointing(Snapshot now, String item, Instant at) {

    /** The lines that change when a version begins to serve its line; with a hard stop the earlier ones accept nothing any more. */
    public List<Row> activate(Version version, boolean hard) {
        Row row = pointed(version);
        List<Row> rows = new ArrayList<>();
        // what a newer line has taken over is not opened again by a correction
        rows.add(row.retired() && !behind(version) ? row.accepting(at) : row);
        if (hard) {
            now.ofItem(item).stream()
                    .filter(line -> order(line, version) < 0 && !line.retired())
                    .forEach(line -> rows.add(line.row().retire()));
        }
        return rows;
    }

    /** The lines that change when a version takes filings again, whatever came after it. */
    public List<Row> goBack(Version version) {
        Row row = pointed(version);
        boolean forward = !behind(version);
        List<Row> rows = new ArrayList<>();
        rows.add(row.accepting(row.retired() && forward ? at : row.acceptsSince()));
        now.ofItem(item).stream()
                .filter(line -> order(line, version) > 0 && !line.retired())
                .forEach(line -> rows.add(line.row().retire()));
        return rows;
    }

    /** Whether a line newer than the version's takes filings. */
    public boolean behind(Version version) {
        return now.active(item).filter(line -> order(line, version) > 0).isPresent();
    }

    /** The version that has the place which a version would take: in its line when that does not take filings, else in the item. */
    public Optional<Version> before(Version version) {
        return (behind(version) ? now.line(item, version.line()) : now.active(item))
                .map(line -> line.version().version());
    }

    /** A code of a definition that another item serves. */
    public Optional<String> taken(ItemDefinition definition) {
        Map<String, Snapshot.Line> served = now.served();
        return definition.serves().stream()
                .filter(code -> Optional.ofNullable(served.get(code))
                        .filter(line -> !line.version().definition().item().equals(item))
                        .isPresent())
                .findFirst();
    }

    /** Whether a line that changes has its code back with it. */
    public boolean bringsBack(Row row) {
        return !row.withdrawn()
                && now.line(item, row.version().line())
                        .filter(Snapshot.Line::withdrawn)
                        .isPresent();
    }

    /** What it means that a version begins to serve its line, for people. */
    public List<String> report(Version version) {
        return List.of(
                Told.SERVED.say(version.line(), version),
                Told.FILINGS.say(now.active(item)
                        .filter(line -> behind(version))
                        .map(line -> line.version().version())
                        .orElse(version)));
    }

    private Row pointed(Version version) {
        return now.line(item, version.line())
                .map(line -> line.row().pointed(version, at))
                .orElseGet(() -> Row.begun(item, version, at));
    }

    /** Which line is newer. */
    private static int order(Snapshot.Line line, Version version) {
        return base(line.version().version()).compareTo(base(version));
    }

    private static Version base(Version version) {
        return new Version(version.major(), version.minor(), 0);
    }
}
