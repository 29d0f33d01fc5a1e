package org.openhall.catalogue.internal.definition;

import java.util.Map;
import java.util.Optional;
import org.openhall.api.catalogue.ItemDefinition;

/** Looks at an offered extension by itself, as far as it can be read. */
final class ExtensionCheck {

    /** What the hall can keep of a step, rule or outcome with the extension's key in front. */
    private static final int LONGEST_STEP = 60;

    private static final int LONGEST_RULE = 80;
    private static final int LONGEST_TEXT = 120;

    private final ItemFiles files;
    private final ExtensionReader.Reading reading;
    private final String key;
    private final String version;

    ExtensionCheck(ItemFiles files, ExtensionReader.Reading reading, String key, String version) {
        this.files = files;
        this.reading = reading;
        this.key = key;
        this.version = version;
    }

    ExtensionReader.Reading check() {
        files.files().keySet().stream()
                .filter(path -> !path.equals(ItemFiles.EXTENSION) && !path.startsWith(ItemFiles.FOLDER + "i18n/"))
                .sorted()
                .forEach(path -> reading.found()
                        .add(
                                path,
                                0,
                                "An extension has extension.yaml and i18n only; leave this file out.",
                                "扩展只有 extension.yaml 和 i18n，请去掉这个文件。"));
        reading.found().by(Check.DEFINITION);
        reading.extension().ifPresent(this::check);
        Optional<Extension> sound =
                reading.extension().filter(read -> reading.found().none());
        return new ExtensionReader.Reading(sound, reading.lines(), reading.found());
    }

    private void check(Extension extension) {
        ItemDefinition definition = extension.version().definition();
        same(definition.item(), key, "extension", "OpenHall-Extension");
        same(definition.version().toString(), version, "version", "Bundle-Version");
        if (definition.rules().isEmpty() && definition.steps().isEmpty()) {
            defect("extension", "The extension adds nothing; name rules, steps or both.", "这个扩展什么都没有增加，请写规则、环节或两者都写。");
        }
        definition.steps().values().forEach(step -> {
            fits("steps." + step.id(), extension.name(step.id()), LONGEST_STEP);
            step.outcomes()
                    .keySet()
                    .forEach(outcome -> fits(
                            "steps." + step.id() + ".outcomes." + outcome, extension.outcome(outcome), LONGEST_STEP));
        });
        definition.rules().forEach(rule -> fits("rules." + rule, extension.name(rule), LONGEST_RULE));
        Map<String, Map<String, String>> texts = extension.version().texts();
        ItemTexts.check(definition, texts, reading.found().by(Check.TEXTS));
        ItemTexts.patterns(files.files(), texts, reading.found());
        new Translations(files.files(), texts, reading.found()).check(ItemTexts.required(definition));
        texts.forEach((language, present) -> present.keySet().stream()
                .filter(text -> extension.name(text).length() > LONGEST_TEXT)
                .sorted()
                .forEach(text -> reading.found()
                        .add(
                                ItemTexts.file(language),
                                0,
                                "The name of the text '" + text + "' is too long.",
                                "文字“" + text + "”的名称太长。")));
    }

    private void same(String is, String header, String path, String name) {
        if (!header.isEmpty() && !is.equals(header)) {
            defect(
                    path,
                    "'" + path + "' is '" + is + "' and the header " + name + " of the bundle says '" + header
                            + "'; write the same in both.",
                    "“" + path + "”是“" + is + "”，程序包的 " + name + " 写的是“" + header + "”，请写成一样。");
        }
    }

    private void fits(String path, String name, int longest) {
        if (name.length() > longest) {
            defect(
                    path,
                    "'" + name + "' is longer than " + longest + " characters; choose a shorter name.",
                    "“" + name + "”超过 " + longest + " 个字符，请换一个短的名称。");
        }
    }

    private void defect(String path, String message, String chinese) {
        reading.found().add(ItemFiles.EXTENSION, reading.lines().getOrDefault(path, 0), message, chinese);
    }
}
