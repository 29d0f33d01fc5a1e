package org.openhall.catalogue.internal.door;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.openhall.api.catalogue.ItemDefinition.MaterialSpec;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.api.forms.Problem;
import org.openhall.catalogue.internal.definition.Defects;
import org.openhall.catalogue.internal.definition.Sample;
import org.openhall.item.Answers;
import org.openhall.item.Applicant;
import org.openhall.item.Application;
import org.openhall.item.Material;

/** Files one sample as far as no code runs: form, materials, then the acts of the officials by the definition. */
final class SampleTrial {

    private static final String LANGUAGE = "en";
    private static final Applicant PERSON = new Applicant(Applicant.Kind.NATURAL, "样例", "11010519491231002X", true);
    private static final Applicant COMPANY = new Applicant(Applicant.Kind.LEGAL, "样例有限公司", "91350100M000100Y43", true);

    private final ItemVersion version;
    private final Sample sample;
    private final Defects defects;

    SampleTrial(ItemVersion version, Sample sample, Defects defects) {
        this.version = version;
        this.sample = sample;
        this.defects = defects;
    }

    void check() {
        String kind = sample.kind() == Applicant.Kind.LEGAL ? "legal" : "natural";
        List<String> subjects = version.definition().guide().subjects();
        if (!subjects.contains(kind)) {
            defect(
                    "applicant",
                    "The guide says that only " + String.join(", ", subjects) + " may apply; correct 'applicant'.",
                    "指南说只有 " + String.join(", ", subjects) + " 可以申请，请改正“applicant”。");
        }
        Set<String> codes = version.definition().materials().stream()
                .map(MaterialSpec::code)
                .collect(Collectors.toCollection(TreeSet::new));
        sample.materials().stream()
                .filter(code -> !codes.contains(code))
                .forEach(code -> defect(
                        "materials." + code,
                        "There is no material '" + code + "'; use one of: " + codes + ".",
                        "没有材料“" + code + "”，请用下列之一：" + codes + "。"));
        Map<String, String> returned = returned();
        if (sample.accepted() || !returned.isEmpty()) {
            compare(returned);
        }
        if (sample.accepted()) {
            new SampleWalk(version.definition(), sample, defects).check();
        }
    }

    /** The application the sample makes. */
    Application application() {
        return new Frozen(
                version.definition().item(),
                version.version().toString(),
                applicant(),
                version.form().effective(sample.answers(), known()),
                materials(),
                sample.filedAt());
    }

    /** Where form and materials return it, with the reason. What is no region here may be one in another hall, and the other way round. */
    Map<String, String> returned() {
        Application application = application();
        Map<String, String> returned = new LinkedHashMap<>();
        version.form().problems(application.answers(), LANGUAGE).stream()
                .filter(problem -> problem.code().equals("required") || !region(problem.pointer()))
                .forEach(problem -> returned.putIfAbsent(problem.pointer(), said(problem)));
        version.definition().materials().stream()
                .filter(spec -> version.requires(spec, application.answers()) && !application.has(spec.code()))
                .forEach(spec -> returned.put("/materials/" + spec.code(), "required"));
        return returned;
    }

    /** Holds where it is returned against where it says so. */
    void compare(Map<String, String> returned) {
        List<String> said = new ArrayList<>(sample.problems().orElse(List.of()));
        said.removeIf(pointer -> region(pointer) && !returned.containsKey(pointer));
        if (returned.isEmpty() && !said.isEmpty()) {
            defect(
                    "problems",
                    "The sample says that it is returned, and the hall accepts it; correct its answers, the form or the"
                            + " rules, or give it 'acts' and 'state' in place of 'problems'.",
                    "样例说会退回，大厅却受理了；请改正它的答案、表单或规则，或者用“acts”和“state”代替“problems”。");
            return;
        }
        Set<String> more = new LinkedHashSet<>(returned.keySet());
        said.forEach(more::remove);
        more.forEach(pointer -> defect(
                sample.accepted() ? "answers" : "problems",
                "The hall returns the sample at '" + pointer + "' (" + returned.get(pointer) + ")"
                        + (sample.accepted()
                                ? " although it says that it is accepted; correct its answers or materials."
                                : "; add that to 'problems' or correct its answers."),
                "大厅在“" + pointer + "”退回样例（" + returned.get(pointer) + "）"
                        + (sample.accepted() ? "，样例却说受理；请改正它的答案或材料。" : "；请把它加到“problems”或改正答案。")));
        for (int i = 0; i < sample.problems().map(List::size).orElse(0); i++) {
            String pointer = sample.problems().get().get(i);
            if (said.contains(pointer) && !returned.containsKey(pointer)) {
                defect(
                        "problems." + i,
                        "The sample says that it is returned at '" + pointer
                                + "', and the hall finds nothing wrong there; correct its answers or leave the pointer"
                                + " out.",
                        "样例说在“" + pointer + "”退回，大厅在那里没有发现问题；请改正答案或去掉它。");
            }
        }
    }

    private boolean region(String pointer) {
        return version.form()
                .pointers()
                .getOrDefault(pointer.replaceAll("/[0-9]+(?=/|$)", "/-"), "")
                .contains("region");
    }

    private Applicant applicant() {
        return sample.kind() == Applicant.Kind.LEGAL ? COMPANY : PERSON;
    }

    private Map<String, String> known() {
        Map<String, String> known = new LinkedHashMap<>();
        known.put("party.name", applicant().name());
        known.put("party.idNumber", applicant().idNumber());
        known.put("party.idType", sample.kind() == Applicant.Kind.LEGAL ? "credit-code" : "resident-id");
        known.put("party.phone", "13800000000");
        known.put("account.name", PERSON.name());
        known.put("account.phone", "13800000000");
        if (sample.kind() == Applicant.Kind.LEGAL) {
            known.put("party.legalRepresentative", PERSON.name());
        }
        return known;
    }

    private List<Material> materials() {
        return version.definition().materials().stream()
                .filter(spec -> sample.materials().contains(spec.code()))
                .map(SampleTrial::file)
                .toList();
    }

    /** A file of one kilobyte, of the first type that the material accepts. */
    private static Material file(MaterialSpec spec) {
        String type = spec.accepts().isEmpty() ? "pdf" : spec.accepts().get(0);
        String media = Map.of("pdf", "application/pdf", "jpg", "image/jpeg", "png", "image/png")
                .getOrDefault(type, "application/octet-stream");
        return new Material(spec.code(), spec.code() + "." + type, media, 1024, "0".repeat(64));
    }

    private static String said(Problem problem) {
        return problem.code() + ": " + problem.message();
    }

    private void defect(String path, String message, String chinese) {
        defects.add(sample.file(), sample.line(path), message, chinese);
    }

    private record Frozen(
            String item,
            String version,
            Applicant applicant,
            Answers answers,
            List<Material> materials,
            Instant filedAt)
            implements Application {}
}
