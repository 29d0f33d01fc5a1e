package org.openhall.catalogue.internal.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openhall.api.catalogue.ItemDefinition.Need;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.api.catalogue.Limit;
import org.openhall.api.forms.Defect;
import org.openhall.catalogue.internal.testing.NoRegions;
import org.openhall.catalogue.internal.testing.ParkingItem;
import org.openhall.catalogue.internal.testing.PickyTemplates;
import org.openhall.forms.internal.JsonForms;

class VersionReaderTest {

    private static final String YAML = "OPENHALL-INF/item.yaml";
    private static final String ZH = "OPENHALL-INF/i18n/zh.properties";

    private static final String PERMIT = "OPENHALL-INF/documents/permit.ftlh";

    private final VersionReader reader = new VersionReader(new JsonForms(new NoRegions()));

    @Test
    void aSoundDefinitionBecomesAVersion() {
        VersionReader.Reading reading = read(ParkingItem.first());

        assertThat(reading.defects()).isEmpty();
        ItemVersion version = reading.version().orElseThrow();
        assertThat(version).hasToString("parking 1.0.0");
        assertThat(version.definition().limits().promised()).isEqualTo(new Limit(3, Limit.Unit.WORKING));
        assertThat(version.definition().materials()).singleElement().satisfies(letter -> {
            assertThat(letter.need()).isEqualTo(Need.CONDITIONAL);
            assertThat(letter.maxBytes()).isEqualTo(20L * 1024 * 1024);
            assertThat(letter.maxFiles()).isEqualTo(1);
            assertThat(letter.when()).isEqualTo(Map.of("scope", "#/properties/agent", "schema", Map.of("const", true)));
        });
        assertThat(version.definition().steps().keySet()).containsExactly("intake", "look");
        assertThat(version.definition()
                        .steps()
                        .get("intake")
                        .outcomes()
                        .get("decline")
                        .opinion())
                .isTrue();
        assertThat(version.text("zh", "name")).isEqualTo("停车许可 Parking permit");
        assertThat(version.templates()).containsEntry("permit", "<p>Permit</p>");
        assertThat(version.definition().implementations()).singleElement().satisfies(row -> {
            assertThat(row.subjects()).containsExactly("自然人");
            assertThat(row.promisedDays()).hasValue(3);
            assertThat(row.regionCode()).isEqualTo("110000");
        });
    }

    static Stream<Arguments> mistakes() {
        ParkingItem item = ParkingItem.first();
        return Stream.of(
                at(item.yaml("faq: 1", "faqs: 1"), "faqs:", "'faqs' is not known"),
                at(item.yaml("item: parking", "item: Parking"), "item: Parking", "is no name"),
                at(item.yaml("post: review", "post: boss"), "post: boss", "use one of: approve, intake, issue, review"),
                at(item.yaml("to: [look]", "to: [lok]"), "to: [lok]", "There is no step 'lok'"),
                at(item.yaml("start: [intake]", "start: [intak]"), "start:", "There is no step 'intak'"),
                at(
                        item.yaml("    post: review\n", "    post: review\n    waitsFor: [nobody]\n"),
                        "waitsFor",
                        "There is no step 'nobody'"),
                at(item.yaml("{to: [look], marks", "{end: completed, clock: stop} #"), "  look:", "No way leads"),
                at(
                        item.yaml("good: {end: completed, document: permit}", "good: {to: [look]}"),
                        "  look:",
                        "never ends"),
                at(item.yaml("good: {end: completed, document: permit}", "good: {}"), "good:", "nothing follows"),
                at(item.yaml("marks: accepted", "marks: acepted"), "acepted", "use one of: accepted, granted"),
                at(item.yaml("end: completed", "end: finished"), "finished", "completed, declined, refused"),
                at(item.yaml("clock: start", "clock: begin"), "clock: begin", "start, stop"),
                at(item.yaml("document: permit", "document: licence"), "licence", "add it to 'documents'"),
                at(item.yaml("maxSize: 20 MB", "maxSize: 20 megabytes"), "megabytes", "'500 KB' or '20 MB'"),
                at(item.yaml("properties/agent", "properties/agnet"), "agnet", "The form has no"),
                at(item.yaml("days: 3", "days: three"), "three", "whole number"),
                at(item.yaml("conditions: 1", "conditions: yes"), "conditions:", "whole number"),
                at(item.yaml("version: 1.0.0", "version: 1.0.1"), "version:", "header Bundle-Version"),
                at(item.yaml("rules: []", "rules: x"), "rules:", "must be a list"),
                at(item.yaml("rules: []", "rules: &a []"), "rules:", "Anchors"),
                at(item.yaml("faq: 1", "faq: 1\nfaq: 2"), "faq: 2", "stands twice"),
                at(item.yaml("serves: [parking-permit]", "serves: [other]"), "  - code", "does not serve"),
                at(item.yaml("start: [intake]", "start: [intake"), "start:", "no valid YAML"),
                at(item.without("OPENHALL-INF/documents/permit.ftlh"), "documents: [permit]", "has no template"));
    }

    private static Arguments at(ParkingItem item, String where, String says) {
        return Arguments.of(item, where, says);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsToldWithItsLineAndHowToMendIt(ParkingItem item, String where, String says) {
        List<Defect> defects = read(item).defects();

        assertThat(defects).anySatisfy(defect -> {
            assertThat(defect.file()).isEqualTo(YAML);
            assertThat(defect.message()).contains(says);
            assertThat(defect.chinese()).containsPattern("\\p{IsHan}.*。");
            // a list that is never closed is only noticed below
            assertThat(defect.line()).isBetween(item.line(where), item.line(where) + (says.contains("YAML") ? 1 : 0));
        });
        assertThat(read(item).version()).isEmpty();
    }

    @Test
    void everyTextThatIsMissingInALanguageIsNamed() {
        ParkingItem item = ParkingItem.first()
                .file(ZH, "step.look.name=Look\n", "")
                .file(ZH, "outcome.good=Looks good\n", "")
                .yaml("conditions: 1", "conditions: 1\n  sample: true");

        assertThat(read(item).defects())
                .extracting(Defect::toString)
                .filteredOn(text -> text.startsWith(ZH))
                .containsExactly(
                        ZH + ": The text 'sample.note' is missing; add a line 'sample.note=…'.",
                        ZH + ": The text 'step.look.name' is missing; add a line 'step.look.name=…'.",
                        ZH + ": The text 'outcome.good' is missing; add a line 'outcome.good=…'.");
    }

    @Test
    void allMistakesAreToldAtOnce() {
        ParkingItem item = ParkingItem.first()
                .yaml("post: review", "post: boss")
                .yaml("days: 3", "days: 0")
                .file("OPENHALL-INF/form.schema.json", "\"minLength\": 1", "\"minLenght\": 1")
                .file(ZH, "name=停车许可 Parking permit\n", "");

        assertThat(read(item).defects()).extracting(Defect::file).contains(YAML, "OPENHALL-INF/form.schema.json", ZH);
        assertThat(read(item).defects()).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void aVersionThatEnteredIsReadAlthoughTheDoorBecameStricter() {
        ParkingItem item = ParkingItem.first().file(ZH, "step.look.name=Look\n", "");

        assertThat(read(item).version()).isEmpty();
        assertThat(reader.stored(item.files(), "a").version()).isPresent();
    }

    @Test
    void aTemplateThatCannotBeDrawnIsToldWithItsLine() {
        ParkingItem item = ParkingItem.first().file(PERMIT, "<p>Permit</p>\n<p>${nobody}</p>");

        assertThat(read(item).defects())
                .extracting(Defect::toString)
                .containsExactly(PERMIT + ":2: This cannot be drawn: there is no 'nobody'.");
        assertThat(read(item).version()).isEmpty();
        assertThat(reader.stored(item.files(), "a").version()).isPresent();
    }

    @Test
    void aTextThatARuleCannotSpeakWithIsToldWithItsLine() {
        for (String broken : List.of("Not {x}", "Not {0", "Not {0,number}", "Isn't {", "{0,date,short} is over")) {
            ParkingItem item = ParkingItem.first().file(ZH, "This plate cannot be", broken);

            assertThat(read(item).defects())
                    .extracting(Defect::toString)
                    .containsExactly(
                            ZH + ":15: The text 'plate.bad' cannot be filled; write {0}, {1} … where an argument"
                                    + " of the rule goes, and no other braces.");
            assertThat(reader.stored(item.files(), "a").version()).isPresent();
        }
    }

    @Test
    void textsWithArgumentsAndApostrophesAndThoseOfTheFormAreSound() {
        ParkingItem item = ParkingItem.first()
                .file(ZH, "This plate cannot be", "It isn't {0}, it's '{1}'")
                .file(ZH, "plate.bad", "field.plate.problem.required=Say your {label}\nplate.bad")
                .file(
                        "OPENHALL-INF/i18n/en.properties",
                        "plate.bad",
                        "field.plate.problem.required=Your {label}\nplate.bad");

        assertThat(read(item).defects()).isEmpty();
    }

    @Test
    void aDeepOrLongFileIsRefusedWithoutReadingItAll() {
        ParkingItem deep = ParkingItem.first().file(YAML, "a: " + "[".repeat(50_000));
        ParkingItem lengthy = ParkingItem.first().file(YAML, "a: b\n# " + "x".repeat(300_000));

        assertThat(read(deep).defects())
                .anySatisfy(defect -> assertThat(defect.message()).contains("nested deeper"));
        assertThat(read(lengthy).defects())
                .anySatisfy(defect -> assertThat(defect.message()).contains("longer than"));
    }

    @Test
    void aBranchMayEndWhereAnotherStepWaitsForIt() {
        ParkingItem item = ParkingItem.first()
                .yaml("to: [look], marks", "to: [look, ask], marks")
                .yaml("    post: review\n", "    post: review\n    waitsFor: [ask]\n")
                .yaml("rules: []", "  ask: {post: review, outcomes: {pass: {}}}\nrules: []")
                .file(ZH, "step.look", "step.ask.name=Ask\nstep.look")
                .file("OPENHALL-INF/i18n/en.properties", "step.look", "step.ask.name=Ask\nstep.look");

        assertThat(read(item).defects()).isEmpty();
    }

    @Test
    void aMicroVersionMayNotChangeWhatCasesStayOn() {
        ParkingItem was = ParkingItem.first();
        ParkingItem is = was.version("1.0.1");

        assertThat(changes(was, is.file(ZH, "Park here.", "Park there."))).isEmpty();
        assertThat(changes(was, is.yaml("faq: 1", "faq: 0"))).isEmpty();
        assertThat(changes(was, is.yaml("20 MB", "30 MB")))
                .singleElement()
                .satisfies(defect -> assertThat(defect.toString())
                        .startsWith(YAML + ":" + is.line("  letter:") + ": The materials changed ("))
                .satisfies(says("('letter': maxSize); raise the minor"));
        assertThat(changes(was, is.yaml("days: 3", "days: 4")))
                .singleElement()
                .satisfies(says("The limits changed (promised)"));
        assertThat(changes(was, is.yaml("post: review", "post: approve")))
                .singleElement()
                .satisfies(says("('look': post)"));
        assertThat(changes(was, is.yaml("end: completed, document: permit", "end: refused, document: permit")))
                .singleElement()
                .satisfies(says("('look': outcome good)"));
        assertThat(changes(was, is.yaml("停车管理办法第一条", "停车管理办法第二条")))
                .singleElement()
                .satisfies(says("('停车管理办法第一条' is gone; '停车管理办法第二条' is new)"));
        assertThat(changes(
                        was,
                        is.file(
                                "OPENHALL-INF/form.schema.json",
                                "\"minLength\": 1, \"maxLength\": 10",
                                "\"format\": \"date\"")))
                .singleElement()
                .satisfies(says("The fields of the form changed ('/plate': it was "));
    }

    private static Consumer<Defect> says(String words) {
        return defect -> assertThat(defect.message()).contains(words);
    }

    private List<Defect> changes(ParkingItem was, ParkingItem is) {
        VersionReader.Reading offered = reader.offered(is.files(), "b", "parking", "1.0.1", new PickyTemplates());
        assertThat(offered.defects()).isEmpty();
        return LineCheck.check(
                read(was).version().orElseThrow(), offered.version().orElseThrow(), offered.lines());
    }

    private VersionReader.Reading read(ParkingItem item) {
        return reader.offered(item.files(), "a".repeat(64), "parking", "1.0.0", new PickyTemplates());
    }
}
