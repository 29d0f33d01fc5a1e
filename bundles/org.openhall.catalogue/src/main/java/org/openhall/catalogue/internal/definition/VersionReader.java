package org.openhall.catalogue.internal.definition;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhall.api.catalogue.DocumentTemplates;
import org.openhall.api.catalogue.ItemDefinition;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.api.forms.Defect;
import org.openhall.api.forms.Form;
import org.openhall.api.forms.Forms;

/** Makes a version from the raw definition files: when it comes through the door, and again from the database. */
public final class VersionReader {

    private final Forms forms;

    /** Reads with these forms. */
    public VersionReader(Forms forms) {
        this.forms = forms;
    }

    /**
     * What came of reading.
     *
     * @param version present when there is no defect
     * @param lines where the paths of {@code item.yaml} stand
     * @param found all its defects
     */
    public record Reading(Optional<ItemVersion> version, Map<String, Integer> lines, Defects found) {

        /** All its defects. */
        public List<Defect> defects() {
            return found.all();
        }
    }

    /**
     * Reads a version that is offered and notes all its defects.
     *
     * @param files the raw definition
     * @param sha256 of the bundle
     * @param item what the bundle calls the item; empty when it does not say
     * @param version what the bundle calls its version; empty when it does not say
     * @param templates tries the templates of its documents
     */
    public Reading offered(ItemFiles files, String sha256, String item, String version, DocumentTemplates templates) {
        return read(files, sha256, (read, form, texts, lines, defects) -> {
            defects.by(Check.DEFINITION);
            same(read.item(), item, "item", "OpenHall-Item", lines, defects);
            same(read.version().toString(), version, "version", "Bundle-Version", lines, defects);
            form.ifPresent(compiled -> ConditionCheck.check(read, compiled, lines, defects));
            new StepFlow(ItemFiles.YAML, read, lines, defects.by(Check.STEPS)).check();
            ItemTexts.check(read, texts, defects.by(Check.TEXTS));
            ItemTexts.patterns(files.files(), texts, defects);
            new Translations(files.files(), texts, defects).check(ItemTexts.required(read));
            documents(read, files, templates, lines, defects.by(Check.DOCUMENTS));
            new GuideCheck(read, texts, lines, defects.by(Check.GUIDE)).check();
        });
    }

    /**
     * Reads a version that entered once. Only what cannot be read at all is a defect: a check that the door learned later must not
     * shut out cases that are open.
     *
     * @param files the raw definition
     * @param sha256 of the bundle
     */
    public Reading stored(ItemFiles files, String sha256) {
        return read(files, sha256, (read, form, texts, lines, defects) -> {});
    }

    /** What is looked at beyond reading. */
    @FunctionalInterface
    private interface Checks {
        void check(
                ItemDefinition definition,
                Optional<Form> form,
                Map<String, Map<String, String>> texts,
                Map<String, Integer> lines,
                Defects defects);
    }

    private Reading read(ItemFiles files, String sha256, Checks checks) {
        Defects defects = new Defects();
        Map<String, Map<String, String>> texts = ItemTexts.read(files.files(), defects.by(Check.TEXTS));
        Map<String, Integer> lines = new HashMap<>();
        Optional<ItemDefinition> definition = definition(files, lines, defects.by(Check.DEFINITION));
        Optional<Form> form = form(files, texts, defects.by(Check.FORM));
        definition.ifPresent(read -> checks.check(read, form, texts, lines, defects));
        Optional<ItemVersion> read = defects.none()
                ? Optional.of(new ItemVersion(
                        definition.orElseThrow(),
                        sha256,
                        form.orElseThrow(),
                        texts,
                        templates(definition.get(), files)))
                : Optional.empty();
        return new Reading(read, lines, defects);
    }

    private static Optional<ItemDefinition> definition(ItemFiles files, Map<String, Integer> lines, Defects defects) {
        String yaml = files.files().get(ItemFiles.YAML);
        if (yaml == null) {
            defects.add(ItemFiles.YAML, 0, "The file is missing; describe the item in it.", "缺少这个文件，请在里面描述事项。");
            return Optional.empty();
        }
        YamlDocument document = new YamlDocument(ItemFiles.YAML, defects);
        Optional<ItemDefinition> definition = document.read(yaml).map(DefinitionReader::read);
        lines.putAll(document.lines());
        return definition;
    }

    private static void same(
            String is, String header, String key, String name, Map<String, Integer> lines, Defects defects) {
        // what could not be read was replaced by something harmless, which says nothing about the header
        boolean readable = lines.containsKey(key) && !defects.at(ItemFiles.YAML, lines.get(key));
        if (readable && !header.isEmpty() && !is.equals(header)) {
            defects.add(
                    ItemFiles.YAML,
                    lines.get(key),
                    "'" + key + "' is '" + is + "' and the header " + name + " of the bundle says '" + header
                            + "'; write the same in both.",
                    "“" + key + "”是“" + is + "”，程序包的 " + name + " 写的是“" + header + "”，请写成一样。");
        }
    }

    private static void documents(
            ItemDefinition definition,
            ItemFiles files,
            DocumentTemplates templates,
            Map<String, Integer> lines,
            Defects defects) {
        for (String document : definition.documents()) {
            String path = ItemFiles.template(document);
            Optional.ofNullable(files.files().get(path))
                    .ifPresentOrElse(
                            template -> defects.addAll(templates.check(path, template)),
                            () -> defects.add(
                                    ItemFiles.YAML,
                                    lines.getOrDefault("documents." + document, 0),
                                    "The document '" + document + "' has no template; add " + path + ".",
                                    "文书“" + document + "”没有模板，请加上 " + path + "。"));
        }
        files.files().keySet().stream()
                .sorted()
                .forEach(path -> ItemFiles.document(path)
                        .filter(document -> !definition.documents().contains(document))
                        .ifPresent(document -> defects.add(
                                path,
                                0,
                                "No document uses this template; add '" + document
                                        + "' to 'documents' or leave it out.",
                                "没有文书用这个模板，请把“" + document + "”加到“documents”或去掉模板。")));
    }

    private Optional<Form> form(ItemFiles files, Map<String, Map<String, String>> texts, Defects defects) {
        String schema = files.files().get(ItemFiles.SCHEMA);
        String ui = files.files().get(ItemFiles.UI);
        if (schema == null) {
            defects.add(
                    ItemFiles.SCHEMA,
                    0,
                    "The file is missing; describe the answers of the form in it.",
                    "缺少这个文件，请在里面描述表单的答案。");
        }
        if (ui == null) {
            defects.add(
                    ItemFiles.UI,
                    0,
                    "The file is missing; describe the pages of the form in it.",
                    "缺少这个文件，请在里面描述表单的各页。");
        }
        if (schema == null || ui == null) {
            return Optional.empty();
        }
        Forms.Compiled compiled = forms.compile(ItemFiles.SCHEMA, schema, ItemFiles.UI, ui, texts);
        if (compiled instanceof Forms.Bad bad) {
            defects.addAll(bad.defects());
            return Optional.empty();
        }
        return Optional.of(((Forms.Good) compiled).form());
    }

    private static Map<String, String> templates(ItemDefinition definition, ItemFiles files) {
        Map<String, String> templates = new LinkedHashMap<>();
        definition
                .documents()
                .forEach(id -> Optional.ofNullable(files.files().get(ItemFiles.template(id)))
                        .ifPresent(template -> templates.put(id, template)));
        return Map.copyOf(templates);
    }
}
