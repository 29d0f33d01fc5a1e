package org.openhall.catalogue.internal.door;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.openhall.api.catalogue.ItemDefinition;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.api.forms.Defect;
import org.openhall.catalogue.internal.Shelf;
import org.openhall.catalogue.internal.Snapshot;
import org.openhall.catalogue.internal.definition.Defects;
import org.openhall.catalogue.internal.definition.ItemFiles;
import org.openhall.catalogue.internal.definition.LineCheck;
import org.openhall.catalogue.internal.store.VersionTable;

/** Holds an offered version against what is in the hall already. */
final class History {

    private final Shelf shelf;

    History(Shelf shelf) {
        this.shelf = shelf;
    }

    List<Defect> check(Snapshot now, Shelf.Built built, Map<String, Integer> lines) {
        return built.extension()
                .map(extension ->
                        ExtensionHistory.check(now, extension, built.bundle(), newest(now, extension.key()), lines))
                .orElseGet(() -> ofItem(now, built, lines));
    }

    private List<Defect> ofItem(Snapshot now, Shelf.Built built, Map<String, Integer> lines) {
        ItemVersion offered = built.version();
        ItemDefinition definition = offered.definition();
        String item = definition.item();
        Defects defects = new Defects();
        if (now.entered(item, offered.version()).isPresent()) {
            defects.add(
                    ItemFiles.YAML,
                    lines.getOrDefault("version", 0),
                    "Version " + offered.version() + " entered before with other content; raise the version.",
                    "版本 " + offered.version() + " 以前部署过，内容不同；请提高版本号。");
        }
        now.composition()
                .extended(item)
                .ifPresent(other -> defects.add(
                        ItemFiles.YAML,
                        lines.getOrDefault("item", 0),
                        "'" + item + "' is the key of an extension of '" + other + "'; choose another key.",
                        "“" + item + "”是“" + other + "”的一个扩展的标识，请换一个标识。"));
        newest(now, item)
                .filter(newest -> !newest.bundle().equals(built.bundle()))
                .ifPresent(newest -> defects.add(
                        ItemFiles.YAML,
                        lines.getOrDefault("item", 0),
                        "The item '" + item + "' belongs to the bundle " + newest.bundle()
                                + "; use that Bundle-SymbolicName, or another key.",
                        "事项“" + item + "”属于程序包 " + newest.bundle() + "；请用那个 Bundle-SymbolicName，或者换一个标识。"));
        ofLine(now, item, offered.version().line())
                .ifPresent(line -> defects.addAll(LineCheck.check(line, offered, lines)));
        Map<String, Snapshot.Line> served = now.served();
        for (int i = 0; i < definition.serves().size(); i++) {
            int at = lines.getOrDefault("serves." + i, 0);
            String code = definition.serves().get(i);
            Optional.ofNullable(served.get(code))
                    .map(line -> line.version().definition().item())
                    .filter(other -> !other.equals(item))
                    .ifPresent(other -> defects.add(
                            ItemFiles.YAML,
                            at,
                            "The item '" + other + "' serves '" + code + "'; leave the code out.",
                            "事项“" + other + "”已经办理“" + code + "”，请去掉这个编码。"));
        }
        return defects.all();
    }

    /** What an item is known by, though it may only be kept. */
    private Optional<Shelf.Built> newest(Snapshot now, String item) {
        return now.newest(item)
                .map(line -> new Shelf.Built(line.version(), line.bundle()))
                .or(() -> kept(now, item, key -> true));
    }

    /** A version of the line; any will do, as they are alike in what a line must keep. */
    private Optional<ItemVersion> ofLine(Snapshot now, String item, String line) {
        return now.line(item, line)
                .map(Snapshot.Line::version)
                .or(() -> kept(now, item, key -> key.version().line().equals(line))
                        .map(Shelf.Built::version));
    }

    private Optional<Shelf.Built> kept(Snapshot now, String item, Predicate<VersionTable.Key> which) {
        return now.entered().getOrDefault(item, List.of()).stream()
                .filter(which)
                .findFirst()
                .flatMap(key -> shelf.rebuilt(List.of(key)).stream().findFirst());
    }
}
