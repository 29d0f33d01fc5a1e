package org.openhall.catalogue.internal.door;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhall.api.catalogue.ItemDefinition;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.api.forms.Defect;
import org.openhall.catalogue.internal.Snapshot;
import org.openhall.catalogue.internal.definition.Defects;
import org.openhall.catalogue.internal.definition.ItemFiles;
import org.openhall.catalogue.internal.definition.LineCheck;

/** Holds an offered version against what is in the hall already. */
final class History {

    private History() {}

    static List<Defect> check(Snapshot now, ItemVersion offered, String bundle, Map<String, Integer> lines) {
        ItemDefinition definition = offered.definition();
        String item = definition.item();
        Defects defects = new Defects();
        if (now.entered(item, offered.version()).isPresent()) {
            defects.add(
                    ItemFiles.YAML,
                    lines.getOrDefault("version", 0),
                    "Version " + offered.version() + " entered before with other content; raise the version.");
        }
        now.newest(item)
                .filter(newest -> !newest.bundle().equals(bundle))
                .ifPresent(newest -> defects.add(
                        ItemFiles.YAML,
                        lines.getOrDefault("item", 0),
                        "The item '" + item + "' belongs to the bundle " + newest.bundle()
                                + "; use that Bundle-SymbolicName, or another key."));
        now.line(item, offered.version().line())
                .ifPresent(line -> defects.addAll(LineCheck.check(line.version(), offered, lines)));
        Map<String, Snapshot.Line> served = now.served();
        for (int i = 0; i < definition.serves().size(); i++) {
            int at = lines.getOrDefault("serves." + i, 0);
            String code = definition.serves().get(i);
            Optional.ofNullable(served.get(code))
                    .map(line -> line.version().definition().item())
                    .filter(other -> !other.equals(item))
                    .ifPresent(other -> defects.add(
                            ItemFiles.YAML, at, "The item '" + other + "' serves '" + code + "'; leave the code out."));
        }
        return defects.all();
    }
}
