package org.openhall.cases.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openhall.api.cases.Drafts.Change;
import org.openhall.api.cases.Drafts.Kind;
import org.openhall.api.catalogue.ItemDefinition.MaterialSpec;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.api.materials.StoredMaterial;

/** What is different about the materials on another version of an item. Pure. */
final class MaterialChanges {

    private final ItemVersion from;
    private final ItemVersion to;
    private final String language;
    private final Map<String, List<String>> files;

    MaterialChanges(ItemVersion from, ItemVersion to, List<StoredMaterial> files, String language) {
        this.from = from;
        this.to = to;
        this.language = language;
        this.files = files.stream()
                .collect(Collectors.groupingBy(
                        StoredMaterial::code, Collectors.mapping(StoredMaterial::fileName, Collectors.toList())));
    }

    List<Change> changes() {
        Map<String, MaterialSpec> old = specs(from);
        Map<String, MaterialSpec> now = specs(to);
        List<Change> changes = new ArrayList<>();
        for (MaterialSpec spec : to.definition().materials()) {
            if (!old.containsKey(spec.code())) {
                changes.add(change(Kind.MATERIAL_NEW, to, spec, need(spec)));
            } else {
                String text = different(old.get(spec.code()), spec);
                if (!text.isEmpty()) {
                    changes.add(change(Kind.MATERIAL_CHANGED, to, spec, text));
                }
            }
        }
        for (MaterialSpec spec : from.definition().materials()) {
            if (!now.containsKey(spec.code())) {
                changes.add(change(Kind.MATERIAL_GONE, from, spec, ""));
            }
        }
        return changes;
    }

    private Change change(Kind kind, ItemVersion version, MaterialSpec spec, String text) {
        return new Change(
                kind,
                "/materials/" + spec.code(),
                version.text(language, "material." + spec.code() + ".name"),
                files.getOrDefault(spec.code(), List.of()),
                text);
    }

    private String different(MaterialSpec old, MaterialSpec now) {
        List<String> said = new ArrayList<>();
        if (old.need() != now.need() || !old.when().equals(now.when())) {
            said.add(need(now));
        }
        if (!old.accepts().equals(now.accepts())) {
            said.add(Words.of(
                    language, "change.accepts", String.join(", ", now.accepts()).toUpperCase(Locale.ROOT)));
        }
        if (now.maxFiles() < old.maxFiles()) {
            said.add(Words.of(language, "change.files", Integer.toString(now.maxFiles())));
        }
        if (now.maxBytes() < old.maxBytes()) {
            said.add(Words.of(language, "change.size", Long.toString(now.maxBytes() / 1024)));
        }
        return String.join(Words.of(language, "change.and"), said);
    }

    private String need(MaterialSpec spec) {
        return Words.of(language, "change.need." + spec.need().name().toLowerCase(Locale.ROOT));
    }

    private static Map<String, MaterialSpec> specs(ItemVersion version) {
        return version.definition().materials().stream()
                .collect(Collectors.toMap(MaterialSpec::code, Function.identity()));
    }
}
