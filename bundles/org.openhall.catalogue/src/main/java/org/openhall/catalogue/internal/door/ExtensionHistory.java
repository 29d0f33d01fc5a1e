package org.openhall.catalogue.internal.door;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhall.api.catalogue.ItemDefinition.Step;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.api.forms.Defect;
import org.openhall.catalogue.internal.Composition;
import org.openhall.catalogue.internal.Shelf;
import org.openhall.catalogue.internal.Snapshot;
import org.openhall.catalogue.internal.definition.Defects;
import org.openhall.catalogue.internal.definition.Extension;
import org.openhall.catalogue.internal.definition.ItemFiles;

/** Holds an offered extension against what is in the hall already. That its item is not here yet is no defect: it waits. */
final class ExtensionHistory {

    private final Snapshot now;
    private final Extension offered;
    private final Map<String, Integer> lines;
    private final Defects defects = new Defects();

    private ExtensionHistory(Snapshot now, Extension offered, Map<String, Integer> lines) {
        this.now = now;
        this.offered = offered;
        this.lines = lines;
    }

    static List<Defect> check(
            Snapshot now, Extension offered, String bundle, Optional<Shelf.Built> newest, Map<String, Integer> lines) {
        ExtensionHistory history = new ExtensionHistory(now, offered, lines);
        history.own(bundle, newest);
        if (history.defects.none()) {
            history.line();
            history.points();
        }
        return history.defects.all();
    }

    /** The key is that of this extension, of this item, and the version is new. */
    private void own(String bundle, Optional<Shelf.Built> newest) {
        String key = offered.key();
        Optional<String> extended = now.composition().extended(key);
        if (extended.isEmpty() && now.entered().containsKey(key)) {
            defect(
                    "extension",
                    "'" + key + "' is the key of an item; choose another key.",
                    "“" + key + "”是一个事项的标识，请换一个标识。");
            return;
        }
        if (now.entered(key, offered.version().version()).isPresent()) {
            defect(
                    "version",
                    "Version " + offered.version().version() + " entered before with other content; raise the version.",
                    "版本 " + offered.version().version() + " 以前部署过，内容不同；请提高版本号。");
        }
        newest.filter(known -> !known.bundle().equals(bundle))
                .ifPresent(known -> defect(
                        "extension",
                        "The extension '" + key + "' belongs to the bundle " + known.bundle()
                                + "; use that Bundle-SymbolicName, or another key.",
                        "扩展“" + key + "”属于程序包 " + known.bundle() + "；请用那个 Bundle-SymbolicName，或者换一个标识。"));
        extended.filter(item -> !item.equals(offered.item()))
                .ifPresent(item -> defect(
                        "extends.item",
                        "The extension '" + key + "' extends '" + item + "'; use another key to extend another item.",
                        "扩展“" + key + "”扩展的是“" + item + "”；要扩展别的事项，请换一个标识。"));
        if (now.composition().extended(offered.item()).isPresent()) {
            defect(
                    "extends.item",
                    "'" + offered.item() + "' is an extension itself; extend an item.",
                    "“" + offered.item() + "”本身是扩展，请扩展一个事项。");
        }
    }

    /** A micro keeps what open cases depend on. */
    private void line() {
        String line = offered.version().version().line();
        boolean same = now.composition().ever().stream()
                .filter(known -> known.key().equals(offered.key()))
                .filter(known -> known.version().version().line().equals(line))
                .allMatch(known -> known.points().equals(offered.points())
                        && known.order() == offered.order()
                        && steps(known).equals(steps(offered)));
        if (!same) {
            defect(
                    "steps",
                    "Steps, points, posts, outcomes, limits or the order changed; raise the minor of the version,"
                            + " because a micro only changes texts, rules and the range.",
                    "环节、接入点、岗位、结果、时限或顺序变了；请提高次版本号，微版本只改文字、规则和适用范围。");
        }
    }

    private static Map<String, Step> steps(Extension extension) {
        return extension.version().definition().steps();
    }

    /** Each line that is served now and lies in the range has what is built on. */
    private void points() {
        now.ofItem(offered.item()).stream()
                .map(Snapshot.Line::version)
                .filter(version -> offered.covers(version.version()))
                .forEach(version ->
                        Composition.missing(version, offered).ifPresent(missing -> lacking(version, missing)));
    }

    private void lacking(ItemVersion version, String missing) {
        boolean point = offered.points().containsValue(missing);
        String path = steps(offered).keySet().stream()
                .filter(step -> point
                        ? missing.equals(offered.points().get(step))
                        : steps(offered).get(step).outcomes().values().stream()
                                .anyMatch(outcome -> outcome.to().contains(missing)))
                .findFirst()
                .map(step -> "steps." + step + (point ? ".at" : ""))
                .orElse("steps");
        defect(
                path,
                version + (point ? " has no point '" : " has no step '") + missing
                        + "'; correct the name, or take the version out of the range in 'extends'."
                        + (point ? " A point is an outcome with 'to', such as 'review.pass'." : ""),
                version + (point ? " 没有接入点“" : " 没有环节“") + missing + "”；请改正名称，或者在“extends”的范围里去掉这个版本。"
                        + (point ? "接入点是带“to”的结果，例如 review.pass。" : ""));
    }

    private void defect(String path, String message, String chinese) {
        defects.add(ItemFiles.EXTENSION, lines.getOrDefault(path, 0), message, chinese);
    }
}
