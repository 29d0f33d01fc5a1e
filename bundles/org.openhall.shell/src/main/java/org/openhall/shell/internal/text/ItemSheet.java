package org.openhall.shell.internal.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openhall.api.catalogue.Deployed;
import org.openhall.api.catalogue.Deployed.Arrived;
import org.openhall.api.catalogue.Deployed.Line;
import org.openhall.api.catalogue.Version;

/**
 * All that is known of one item: every line with every version that came in.
 *
 * @param language zh or en
 * @param times how times are shown
 */
public record ItemSheet(String language, Times times) {

    private static final int SHOWN_HASH = 12;

    public List<String> of(Deployed item) {
        List<String> lines = new ArrayList<>();
        lines.add(item.item() + "  " + ItemTable.name(item.names(), language));
        lines.add("bundle          " + item.bundle());
        lines.add("departments     "
                + (item.departments().isEmpty()
                        ? "none offers it"
                        : String.join(", ", item.departments().stream().sorted().toList())));
        lines.add("takes filings   " + item.taking().map(Version::toString).orElse("none, nothing new can be filed"));
        lines.add("goes back to    " + item.before().map(Version::toString).orElse("nothing before"));
        item.plan().ifPresent(plan -> lines.add("planned         " + plan.version() + ": " + Words.plan(plan, times)));
        item.lines().forEach(line -> add(lines, line));
        return lines;
    }

    private void add(List<String> lines, Line line) {
        lines.add("");
        lines.add("line " + line.line() + ": " + Words.state(line, times));
        lines.add("  served by     "
                + line.serving().map(Version::toString).orElse("no version yet")
                + line.activatedAt().map(at -> ", since " + times.show(at)).orElse(""));
        lines.add("  open          " + line.cases() + (line.cases() == 1 ? " case, " : " cases, ") + line.drafts()
                + (line.drafts() == 1 ? " draft" : " drafts"));
        lines.add("  code          " + Words.code(line.health()));
        if (line.health().threads() > 0) {
            lines.add("  threads       " + line.health().threads() + " started by its code and left running");
        }
        Optional<String> failure = line.health().lastFailure();
        failure.ifPresent(last -> lines.add("  last failure  " + last));
        for (Arrived arrived : line.versions()) {
            lines.add("  " + arrived.version() + "  came in " + times.show(arrived.at()) + " by " + arrived.by()
                    + ", sha256 " + arrived.sha256().substring(0, SHOWN_HASH));
        }
    }
}
