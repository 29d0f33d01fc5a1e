package org.openhall.portal.internal.web.filing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.openhall.api.catalogue.ItemDefinition.MaterialSpec;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.portal.internal.view.ItemWords;

/** What a citizen finds changed when a draft moves to a new version of its item, in words. */
final class WhatChanged {

    private WhatChanged() {}

    static List<String> between(OpenDraft open, ItemVersion active) {
        var changes = new ArrayList<String>();
        Set<String> asked = open.form().pointers().keySet();
        active.form().summary(active.form().effective(open.draft().answers(), open.known()), open.language()).stream()
                .flatMap(section -> section.lines().stream())
                .filter(line -> !asked.contains(line.pointer().replaceAll("/[0-9]+(?=/|$)", "/-")))
                .forEach(line -> changes.add(open.words().text("filing.changed.question", line.question())));
        Set<String> had = codes(open.version());
        Set<String> has = codes(active);
        var words = new ItemWords(active, open.words(), open.language());
        has.stream()
                .filter(code -> !had.contains(code))
                .forEach(code -> changes.add(open.words().text("filing.changed.material", words.material(code))));
        had.stream()
                .filter(code -> !has.contains(code))
                .forEach(code -> changes.add(open.words()
                        .text("filing.changed.noMaterial", open.item().material(code))));
        return List.copyOf(changes);
    }

    private static Set<String> codes(ItemVersion version) {
        return version.definition().materials().stream()
                .map(MaterialSpec::code)
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }
}
