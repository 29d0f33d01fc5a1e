package org.openhall.shell.internal.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.openhall.api.catalogue.Deployed;
import org.openhall.api.catalogue.Deployed.Line;
import org.openhall.api.catalogue.Deployed.State;

/**
 * The deployed items as a table, a row for each line that still does something.
 *
 * @param language zh or en
 * @param times how times are shown
 */
public record ItemTable(String language, Times times) {

    /** A page of items; drained lines are left out unless the item has no others. */
    public List<String> of(List<Deployed> items) {
        Table table = new Table("ITEM", "NAME", "VERSION", "STATE", "CASES", "DRAFTS", "CODE");
        items.forEach(item -> add(table, item));
        return table.lines();
    }

    private void add(Table table, Deployed item) {
        String key = item.item();
        String name = name(item.names(), language);
        List<Line> lines = item.lines().stream()
                .filter(line -> line.state() != State.DRAINED)
                .toList();
        if (lines.isEmpty()) {
            table.row(key, name, "", "retired, all lines drained", "0", "0", "");
        }
        for (Line line : lines) {
            table.row(
                    key,
                    name,
                    version(line),
                    Words.state(line, times),
                    "" + line.cases(),
                    "" + line.drafts(),
                    Words.code(line.health()));
            key = "";
            name = "";
        }
        item.plan()
                .ifPresent(plan -> table.row("", "", plan.version().toString(), Words.plan(plan, times), "", "", ""));
    }

    /** What serves the line; of a line that was never activated the newest version that waits. */
    private static String version(Line line) {
        return line.serving()
                .or(() -> line.versions().stream().findFirst().map(arrived -> arrived.version()))
                .map(Object::toString)
                .orElse(line.line());
    }

    static String name(Map<String, String> names, String language) {
        return Optional.ofNullable(names.get(language))
                .or(() -> names.values().stream().findFirst())
                .orElse("");
    }

    /** The language of a locale's name such as {@code zh_CN.UTF-8}: zh when it says so, else en. */
    public static String language(String locale) {
        return locale.toLowerCase(Locale.ROOT).startsWith("zh") ? "zh" : "en";
    }
}
