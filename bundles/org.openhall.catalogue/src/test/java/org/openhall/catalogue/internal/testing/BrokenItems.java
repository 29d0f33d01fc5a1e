package org.openhall.catalogue.internal.testing;

import java.util.List;

/** One sound little item with one mistake each; door and conformance kit must refuse every one with the same words. */
public final class BrokenItems {

    private static final String YAML = "OPENHALL-INF/item.yaml";
    private static final String UI = "OPENHALL-INF/form.ui.json";
    private static final String EN = "OPENHALL-INF/i18n/en.properties";
    private static final String ZH = "OPENHALL-INF/i18n/zh.properties";
    private static final String PERMIT = "OPENHALL-INF/documents/permit.ftlh";
    private static final String SAMPLE = "OPENHALL-INF/samples/accepted.json";
    private static final String RETURNED = "OPENHALL-INF/samples/returned.json";

    private BrokenItems() {}

    /**
     * An item with a mistake.
     *
     * @param mistake in words
     * @param item that has it
     * @param file where it is told
     * @param line of the file; 0 when it is about the whole file
     * @param says part of what is told
     */
    public record Broken(String mistake, ParkingItem item, String file, int line, String says) {

        /** As the defect begins. */
        public String place() {
            return file + (line > 0 ? ":" + line : "") + ": ";
        }

        @Override
        public String toString() {
            return mistake;
        }
    }

    /** All of them. */
    public static List<Broken> all() {
        ParkingItem item = ParkingItem.first();
        String lookFirst = "rules: []";
        return List.of(
                broken(
                        "a step that no way leads to",
                        item.yaml(lookFirst, "  idle: {post: review, outcomes: {pass: {end: completed}}}\nrules: []")
                                .file(ZH, "step.look", "step.idle.name=Idle\nstep.look")
                                .file(EN, "step.look", "step.idle.name=Idle\nstep.look"),
                        YAML,
                        "  idle:",
                        "No way leads to the step 'idle'"),
                broken(
                        "a way that never ends",
                        item.yaml("good: {end: completed, document: permit}", "good: {to: [look]}"),
                        YAML,
                        "  look:",
                        "a case never ends"),
                broken(
                        "a post that nobody has",
                        item.yaml("post: review", "post: boss"),
                        YAML,
                        "post: boss",
                        "use one of: approve, intake, issue, review"),
                broken(
                        "a document without a template",
                        item.without(PERMIT),
                        YAML,
                        "documents: [permit]",
                        "has no template; add " + PERMIT),
                broken(
                        "a template that cannot be drawn",
                        item.file(PERMIT, "<p>Permit</p>\n<p>${nobody}</p>"),
                        PERMIT,
                        "${nobody}",
                        "This cannot be drawn"),
                broken(
                        "a text that is missing in English",
                        item.file(EN, "step.look.name=Look\n", ""),
                        EN,
                        "",
                        "The text 'step.look.name' is missing; add a line"),
                broken(
                        "a text of a rule that is missing in English",
                        item.file(EN, "plate.bad=This plate cannot be\n", ""),
                        EN,
                        "",
                        "The text 'plate.bad' is there in the other language only"),
                broken(
                        "a text that nobody wrote",
                        item.file(ZH, "summary=Park here.", "summary=TODO"),
                        ZH,
                        "summary=",
                        "is a placeholder"),
                broken(
                        "an English text in Chinese",
                        item.file(EN, "faq.1.answer=A day.", "faq.1.answer=一天。"),
                        EN,
                        "faq.1.answer",
                        "is Chinese; translate it"),
                broken(
                        "a guide without conditions",
                        item.yaml("conditions: 1", "conditions: 0"),
                        YAML,
                        "conditions:",
                        "The guide names no condition"),
                broken(
                        "a guide that keeps quiet about the fee",
                        item.yaml("fee: none", "fee: unstated"),
                        YAML,
                        "fee:",
                        "set 'fee' to none or charged"),
                broken(
                        "a guide without a legal basis",
                        item.yaml("legalBases: [{title: 停车管理办法第一条}]", "legalBases: []"),
                        YAML,
                        "legalBases:",
                        "The guide names no legal basis"),
                broken(
                        "a material that nobody explains",
                        item.file(EN, "material.letter.hint=Signed by the owner.\n", "")
                                .file(ZH, "material.letter.hint=Signed by the owner.\n", ""),
                        EN,
                        "",
                        "say how the material is made"),
                broken(
                        "a question without a label",
                        item.file(EN, "field.plate.label=Plate\n", "").file(ZH, "field.plate.label=Plate\n", ""),
                        EN,
                        "",
                        "The text field.plate.label is missing"),
                broken(
                        "a control for an answer that the schema does not have",
                        item.file(UI, "#/properties/agent", "#/properties/agnet"),
                        UI,
                        "agnet",
                        "agnet"),
                broken("no sample", item.without(SAMPLE), SAMPLE, "", "No sample is accepted; add this file"),
                broken(
                        "a sample that is no JSON",
                        item.file(SAMPLE, "\"applicant\": \"natural\",", "\"applicant\": \"natural\""),
                        SAMPLE,
                        "\"answers\"",
                        "This is no JSON object"),
                broken(
                        "a sample that is accepted although it says that it is returned",
                        item.file(
                                RETURNED,
                                "{\"applicant\": \"natural\",\n\"answers\": {\"plate\": \"A 1\"},\n\"problems\": [\"/plate\"]}"),
                        RETURNED,
                        "problems",
                        "The sample says that it is returned, and the hall accepts it"),
                broken(
                        "a sample that is returned although it says that it is accepted",
                        item.file(SAMPLE, "\"materials\": [\"letter\"]", "\"materials\": []"),
                        SAMPLE,
                        "\"answers\"",
                        "The hall returns the sample at '/materials/letter'"),
                broken(
                        "a sample that is returned elsewhere than it says",
                        item.file(
                                RETURNED,
                                "{\"applicant\": \"natural\",\n\"answers\": {\"agent\": true},\n\"problems\": [\"/plate\",\n\"/agent\", \"/materials/letter\"]}"),
                        RETURNED,
                        "\"/agent\", ",
                        "the hall finds nothing wrong there"),
                broken(
                        "a sample whose acts lead elsewhere",
                        item.file(SAMPLE, "\"acts\": [\"accept\"]", "\"acts\": [\"accept\", \"good\"]"),
                        SAMPLE,
                        "\"state\"",
                        "After its acts the case is 'completed' and not 'accepted'"),
                broken(
                        "a sample with an act that nobody can do",
                        item.file(SAMPLE, "\"acts\": [\"accept\"]", "\"acts\": [\"good\"]"),
                        SAMPLE,
                        "\"acts\"",
                        "No open step has the outcome 'good' then; open is 'intake' with accept, decline"),
                broken(
                        "a rule that is not there",
                        item.yaml("rules: []", "rules: [plate]"),
                        YAML,
                        "rules:",
                        "The Rule 'plate' is not there"),
                broken(
                        "a rule that is too slow",
                        item.rule(
                                "slow",
                                "try { Thread.sleep(60_000); } catch (InterruptedException e) { }\nreturn List.of();"),
                        YAML,
                        "rules:",
                        "The Rule 'slow' gives no answer to " + SAMPLE + ": it did not answer in time"),
                broken(
                        "a rule that answers differently the second time",
                        item.rule(
                                "moody",
                                "return List.of(Finding.flags(\"/plate\", \"plate.bad\", String.valueOf(++calls))); }\n"
                                        + "private int calls; {"),
                        YAML,
                        "rules:",
                        "The Rule 'moody' answers " + SAMPLE + " differently the second time"),
                broken(
                        "a rule that speaks of a place that is not there",
                        item.rule("lost", "return List.of(Finding.flags(\"/palte\", \"plate.bad\"));"),
                        YAML,
                        "rules:",
                        "speaks of '/palte'"),
                broken(
                        "a rule that returns what the sample says is accepted",
                        item.rule("strict", "return List.of(Finding.blocks(\"/plate\", \"plate.bad\"));"),
                        SAMPLE,
                        "\"answers\"",
                        "The hall returns the sample at '/plate' (plate.bad of the rule 'strict')"));
    }

    private static Broken broken(String mistake, ParkingItem item, String file, String where, String says) {
        return new Broken(mistake, item, file, where.isEmpty() ? 0 : item.line(file, where), says);
    }
}
