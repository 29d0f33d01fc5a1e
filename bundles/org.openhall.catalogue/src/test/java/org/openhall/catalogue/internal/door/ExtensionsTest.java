package org.openhall.catalogue.internal.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhall.api.catalogue.Catalogue.Absence;
import org.openhall.api.catalogue.Catalogue.Checked;
import org.openhall.api.catalogue.Deployed;
import org.openhall.api.catalogue.Deployments;
import org.openhall.api.catalogue.Door;
import org.openhall.api.catalogue.Extensions.Extending;
import org.openhall.api.catalogue.ItemDefinition.Step;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.api.catalogue.Operator;
import org.openhall.api.catalogue.Version;
import org.openhall.catalogue.internal.testing.Did;
import org.openhall.catalogue.internal.testing.Eventually;
import org.openhall.catalogue.internal.testing.ItemJarFile;
import org.openhall.catalogue.internal.testing.ParkingItem;
import org.openhall.catalogue.internal.testing.TestHall;
import org.openhall.item.Finding;
import org.osgi.framework.Bundle;

class ExtensionsTest {

    private TestHall hall;

    @BeforeEach
    void open() {
        hall = TestHall.open();
    }

    @AfterEach
    void close() {
        hall.close();
    }

    @Test
    void aStepOfAnExtensionStandsWhereItWasPutIn() {
        hall.enters(ParkingItem.first());
        Door.Entered entered = hall.enters(ParkingItem.extension("expert"));

        assertThat(entered.report()).contains("expert 1.0.0 adds to parking 1.0.0: the step 'look' at intake.accept.");
        ItemVersion version = serving();
        assertThat(version.definition().steps().keySet()).containsExactly("intake", "expert.look", "look");
        assertThat(to("intake", "accept")).containsExactly("expert.look");
        assertThat(to("expert.look", "expert.safe")).containsExactly("look");
        assertThat(step("expert.look").outcomes().get("expert.unsafe").end()).contains("refused");
        assertThat(step("expert.look").onward()).contains("expert.safe");
        assertThat(version.text("en", "step.expert.look.name")).isEqualTo("The expert looks");
        assertThat(version.text("en", "step.expert.look.from")).isEqualTo("The expert 扩展");
        assertThat(version.text("en", "outcome.expert.safe")).isEqualTo("Safe");
        assertThat(version.text("en", "step.look.name")).isEqualTo("Look");
    }

    @Test
    void anExtensionIsNoItemThatAnybodyCouldApplyFor() {
        hall.enters(ParkingItem.first());
        hall.enters(ParkingItem.extension("expert"));

        assertThat(hall.catalogue().active("expert")).isEmpty();
        assertThat(hall.catalogue().serving("expert", "1.0")).isEmpty();
        assertThat(hall.catalogue().versions("expert")).isEmpty();
        assertThat(hall.extensions().extended("expert")).contains("parking");
        assertThat(hall.extensions().extended("parking")).isEmpty();
    }

    @Test
    void rulesOfTheItemSpeakFirstThenThoseOfTheExtensionsInTheirOrder() {
        hall.enters(
                ParkingItem.first().rule("own", "return List.of(Finding.flags(\"/plate\", \"plate.bad\", \"own\"));"));
        hall.enters(saying("late").yaml("order: 100", "order: 200"));
        hall.enters(saying("early"));

        Checked checked = check();

        assertThat(checked.findings())
                .extracting(Finding::message)
                .containsExactly("plate.bad", "early.said", "late.said");
        assertThat(checked.version()).hasToString("1.0.0");
        assertThat(serving().text("en", "early.said")).isEqualTo("The early says {0}");
        assertThat(serving().definition().rules()).containsExactly("own", "early.speaks", "late.speaks");
    }

    @Test
    void anExtensionThatThrowsOrIsAwayHarmsNoFiling() {
        hall.enters(ParkingItem.first());
        hall.enters(ParkingItem.extension("broken").rule("speaks", "throw new IllegalStateException();"));
        hall.enters(saying("away"));
        String sha256 = hall.itemBundles().stream()
                .filter(bundle -> bundle.getSymbolicName().equals("test.away"))
                .map(bundle -> bundle.getLocation().replaceAll(".*/", ""))
                .findFirst()
                .orElseThrow();
        hall.bundles().stop(sha256);

        Checked checked = check();

        assertThat(checked.findings()).isEmpty();
        assertThat(checked.unchecked()).containsExactlyInAnyOrder("broken.speaks", "away.speaks");
    }

    @Test
    void anAutomaticStepOfAnExtensionTakesAnOutcomeOfItsOwn() {
        hall.enters(ParkingItem.first());
        hall.enters(ParkingItem.extension("expert")
                .automaticLook("looks", "return Review.take(step.equals(\"look\") ? \"safe\" : \"evil\", \"seen\");"));

        assertThat(hall.catalogue().review(TestHall.application("1.0.0"), "expert.look"))
                .hasValueSatisfying(reviewed -> {
                    assertThat(reviewed.review().outcome()).contains("expert.safe");
                    assertThat(reviewed.version()).hasToString("1.0.0");
                });
    }

    @Test
    void aStepOfAnExtensionWaitsForTheCodeOfTheExtension() {
        hall.enters(ParkingItem.first().rule("own", "return List.of();"));
        hall.enters(ParkingItem.extension("expert").automaticLook("looks", "return Review.take(\"safe\", \"\");"));
        assertThat(hall.catalogue().absence("parking", "1.0", "expert.look")).isEmpty();

        Did.done(hall.deployments().withdraw("parking", "1.0", Did.ADMIN));
        assertThat(hall.catalogue().absence("parking", "1.0", "look")).contains(Absence.WITHDRAWN);
        assertThat(hall.catalogue().absence("parking", "1.0", "expert.look")).isEmpty();
        assertThat(hall.catalogue().review(TestHall.application("1.0.0"), "expert.look"))
                .as("what needs the extension only goes on")
                .isPresent();
        Did.done(hall.deployments().restore("parking", "1.0", Did.ADMIN));

        Did.done(hall.deployments().withdraw("expert", "1.0", Did.ADMIN));
        assertThat(hall.catalogue().absence("parking", "1.0", "expert.look")).contains(Absence.WITHDRAWN);
        assertThat(hall.catalogue().absence("parking", "1.0", "look"))
                .as("the item's own code is there")
                .isEmpty();
        assertThat(hall.catalogue().absence("parking", "1.0", "other.look")).isEmpty();
    }

    @Test
    void severalAtOnePointFollowEachOtherByOrderAndKey() {
        hall.enters(ParkingItem.first());
        hall.enters(ParkingItem.extension("zebra").yaml("order: 100", "order: 5"));
        hall.enters(ParkingItem.extension("beta"));
        Door.Entered entered = hall.enters(ParkingItem.extension("alpha"));

        assertThat(to("intake", "accept")).containsExactly("zebra.look");
        assertThat(to("zebra.look", "zebra.safe")).containsExactly("alpha.look");
        assertThat(to("alpha.look", "alpha.safe")).containsExactly("beta.look");
        assertThat(to("beta.look", "beta.safe")).containsExactly("look");
        assertThat(entered.report()).anySatisfy(line -> assertThat(line).contains("Order 100 is that of beta too"));
        assertThat(hall.extensions().on("parking"))
                .extracting(Extending::extension)
                .containsExactly("zebra", "alpha", "beta");
        assertThat(hall.extensions().on("parking"))
                .extracting(Extending::tied)
                .containsExactly(List.of(), List.of("beta"), List.of("alpha"));
    }

    @Test
    void anExtensionThatComesBeforeItsItemWaitsForIt() {
        assertThat(hall.enters(ParkingItem.extension("expert")).report())
                .contains("The item 'parking' is not here yet; the extension waits for it.");

        assertThat(hall.enters(ParkingItem.first()).report())
                .contains("expert 1.0.0 adds to parking 1.0.0: the step 'look' at intake.accept.");
        assertThat(serving().definition().steps()).containsKey("expert.look");
    }

    @Test
    void aNewVersionOfTheItemThatLacksThePointComesInWithoutTheExtension() {
        hall.enters(ParkingItem.first());
        hall.enters(ParkingItem.extension("expert"));

        Door.Entered entered = hall.enters(ParkingItem.first()
                .version("1.1.0")
                .yaml("accept: {to: [look]", "receive: {to: [look]")
                .file("OPENHALL-INF/i18n/zh.properties", "outcome.good=", "outcome.receive=Received 收到\noutcome.good=")
                .file("OPENHALL-INF/i18n/en.properties", "outcome.good=", "outcome.receive=Received 收到\noutcome.good=")
                .file("OPENHALL-INF/samples/accepted.json", "\"accept\"", "\"receive\""));

        assertThat(entered.report())
                .contains("expert 1.0.0 does not apply to parking 1.1.0: there is no intake.accept.")
                .contains("expert 1.0.0 adds to parking 1.0.0: the step 'look' at intake.accept.");
        assertThat(hall.catalogue()
                        .serving("parking", "1.1")
                        .orElseThrow()
                        .definition()
                        .steps())
                .doesNotContainKey("expert.look");
        assertThat(serving().definition().steps()).containsKey("expert.look");
    }

    @Test
    void ofTwoLinesOfAnExtensionTheNewestWhoseRangeContainsTheVersionWorks() {
        hall.enters(ParkingItem.first());
        hall.enters(ParkingItem.first().version("1.1.0"));
        hall.enters(ParkingItem.extension("expert"));
        hall.enters(ParkingItem.extension("expert")
                .version("1.1.0")
                .yaml("[1.0,2)", "[1.1,2)")
                .yaml("post: review", "post: approve"));

        assertThat(step("expert.look").post()).isEqualTo("review");
        assertThat(hall.catalogue()
                        .serving("parking", "1.1")
                        .orElseThrow()
                        .definition()
                        .steps()
                        .get("expert.look")
                        .post())
                .isEqualTo("approve");
    }

    @Test
    void retiringAnExtensionRestoresTheWayBeforeAndKeepsItsWords() {
        hall.enters(ParkingItem.first());
        ItemVersion before = serving();
        hall.enters(ParkingItem.extension("expert"));

        retire("expert");

        assertThat(serving().definition()).isEqualTo(before.definition());
        assertThat(serving().text("en", "step.expert.look.name")).isEqualTo("The expert looks");
        assertThat(hall.catalogue()
                        .version("parking", new Version(1, 0, 0))
                        .orElseThrow()
                        .text("en", "outcome.expert.safe"))
                .isEqualTo("Safe");
        assertThat(hall.catalogue().onward("parking", "1.0", "expert.look")).contains(List.of("look"));
        assertThat(hall.catalogue().onward("parking", "1.0", "stranger.look")).isEmpty();
        hall.restart(true);
        assertThat(serving().text("en", "step.expert.look.name")).isEqualTo("The expert looks");
    }

    @Test
    void aCaseGoesOnAtTheNextExtensionWhenTheFirstIsRetiredAndNeverBack() {
        hall.enters(ParkingItem.first());
        hall.enters(ParkingItem.extension("early").yaml("order: 100", "order: 10"));
        hall.enters(ParkingItem.extension("late"));

        retire("early");
        assertThat(hall.catalogue().onward("parking", "1.0", "early.look")).contains(List.of("late.look"));

        hall.enters(ParkingItem.extension("early").version("1.1.0").yaml("order: 100", "order: 10"));
        retire("late");
        assertThat(hall.catalogue().onward("parking", "1.0", "late.look")).contains(List.of("look"));
    }

    @Test
    void whatWaitsForAStepWaitsForWhatWasPutInBehindItToo() {
        hall.enters(ParkingItem.first()
                .yaml("start: [intake]", "start: [intake, tax]")
                .yaml("steps:\n", "steps:\n  tax:\n    post: review\n    outcomes:\n      pass: {}\n")
                .yaml("  look:\n    post: review\n", "  look:\n    post: review\n    waitsFor: [intake, tax]\n")
                .file("OPENHALL-INF/i18n/zh.properties", "step.intake.name", "step.tax.name=Tax 税务\nstep.intake.name")
                .file("OPENHALL-INF/i18n/en.properties", "step.intake.name", "step.tax.name=Tax 税务\nstep.intake.name"));
        hall.enters(ParkingItem.extension("expert"));

        assertThat(step("look").waitsFor()).containsExactly("intake", "expert.look", "tax");
    }

    @Test
    void brokenExtensionsAreRefusedWithFileLineAndMend() {
        hall.enters(ParkingItem.first());
        ParkingItem sound = ParkingItem.extension("expert");

        refused(sound.yaml("[1.0,2)", "one"), "versions: \"one\"", "is no range of versions");
        refused(sound.yaml("[1.0,2)", "(1.0,1.0)"), "extends:", "No version lies in");
        refused(sound.yaml("intake.accept", "intake.decline"), "at: intake.decline", "has no point 'intake.decline'");
        refused(sound.yaml("intake.accept", "accept"), "at: accept", "is no point");
        refused(
                sound.yaml("safe: {onward: true}", "safe: {end: completed}"),
                "outcomes:",
                "No outcome of 'look' leads on");
        refused(
                sound.yaml("{end: refused, opinion: required}", "{onward: true}"),
                "unsafe:",
                "'safe' leads on already");
        refused(sound.yaml("{end: refused", "{to: [nowhere]"), "look:", "has no step 'nowhere'");
        refused(sound.yaml("{onward: true}", "{onward: true, end: completed}"), "safe:", "leave 'to' and 'end' out");
        refused(sound.yaml("extension: expert", "extension: other"), "extension: other", "OpenHall-Extension");
        refused(sound.yaml("rules: []", "rules: [ghost]"), "rules:", "The Rule 'ghost' is not there");
        assertThat(hall.refused(sound.file("OPENHALL-INF/i18n/en.properties", "step.look.name", "step.took.name")))
                .anySatisfy(text -> assertThat(text).contains("en.properties", "'step.look.name' is missing"));
        assertThat(hall.refused(sound.file("OPENHALL-INF/form.ui.json", "{}")))
                .anySatisfy(text -> assertThat(text).contains("form.ui.json", "leave this file out"));
        assertThat(hall.refused(sound.header("OpenHall-Item", "parking")))
                .anySatisfy(text -> assertThat(text).contains("an item or an extension of one"));
        assertThat(serving().definition().steps().keySet()).containsExactly("intake", "look");
    }

    @Test
    void keysOfItemsAndExtensionsAreNotMixedUp() {
        hall.enters(ParkingItem.first());
        hall.enters(ParkingItem.extension("expert"));

        assertThat(hall.refused(ParkingItem.extension("parking")))
                .anySatisfy(text -> assertThat(text).contains("'parking' is the key of an item"));
        assertThat(hall.refused(ParkingItem.first()
                        .version("2.0.0")
                        .yaml("item: parking", "item: expert")
                        .header("OpenHall-Item", "expert")))
                .anySatisfy(text -> assertThat(text).contains("'expert' is the key of an extension of 'parking'"));
        assertThat(hall.refused(ParkingItem.extension("more").yaml("item: parking", "item: expert")))
                .anySatisfy(text -> assertThat(text).contains("'expert' is an extension itself"));
    }

    @Test
    void aMicroOfAnExtensionChangesRulesAndTextsOnly() {
        hall.enters(ParkingItem.first());
        hall.enters(saying("expert"));

        assertThat(hall.refused(saying("expert").version("1.0.1").yaml("post: review", "post: approve")))
                .anySatisfy(text -> assertThat(text).contains("raise the minor"));
        hall.enters(ParkingItem.extension("expert").version("1.0.1"));
        assertThat(check().findings()).isEmpty();
    }

    @Test
    void retiringIsToldToTheCasesInTheSameTransactionAndTakesTheBundleOut() throws Throwable {
        hall.enters(ParkingItem.first());
        hall.enters(ParkingItem.extension("expert"));
        assertThat(told()).isZero();

        List<String> report = retire("expert");

        assertThat(report)
                .contains(
                        "Line 1.0 adds nothing any more; open cases that stand at one of its steps go on without it.");
        assertThat(told()).isEqualTo(1);
        Eventually.holds(() -> assertThat(hall.itemBundles())
                .extracting(Bundle::getSymbolicName)
                .doesNotContain("test.expert"));
    }

    @Test
    void goingBackToALineThatPutNothingInIsToldToTheCasesToo() {
        hall.enters(ParkingItem.first());
        hall.enters(saying("expert")
                .yaml(
                        "steps:\n  look:\n    at: intake.accept\n    post: review\n    outcomes:\n"
                                + "      safe: {onward: true}\n      unsafe: {end: refused, opinion: required}\n",
                        "")
                .file("OPENHALL-INF/i18n/zh.properties", "step.look.name=The expert looks\n", "")
                .file("OPENHALL-INF/i18n/en.properties", "step.look.name=The expert looks\n", ""));
        hall.enters(ParkingItem.extension("expert").version("1.1.0"));
        assertThat(serving().definition().steps()).containsKey("expert.look");
        assertThat(told()).isZero();

        Did.done(hall.deployments().rollback("expert", Optional.of(new Version(1, 0, 0)), Did.ADMIN));

        assertThat(serving().definition().steps()).doesNotContainKey("expert.look");
        assertThat(serving().definition().rules()).containsExactly("expert.speaks");
        assertThat(told()).isEqualTo(1);
        assertThat(hall.catalogue().onward("parking", "1.0", "expert.look")).contains(List.of("look"));
    }

    @Test
    void anExtensionWhoseCodeIsTakenOutKeepsItsStepsAndIsNotChecked() {
        hall.enters(ParkingItem.first());
        hall.enters(saying("expert"));

        Did.done(hall.deployments().withdraw("expert", "1.0", Did.ADMIN));

        assertThat(check().unchecked()).containsExactly("expert.speaks");
        assertThat(serving().definition().steps()).containsKey("expert.look");
        assertThat(told()).isZero();
        Did.done(hall.deployments().restore("expert", "1.0", Did.ADMIN));
        assertThat(check().findings()).hasSize(1);
    }

    @Test
    void anOlderLineOfAnExtensionGoesOnForTheVersionsOfItsRange() {
        hall.enters(ParkingItem.first());
        hall.enters(saying("expert").yaml("[1.0,2)", "[1.0,1.1)"));
        hall.enters(ParkingItem.extension("expert").version("2.0.0").yaml("[1.0,2)", "[1.1,2)"));
        hall.tend();

        assertThat(check().findings()).hasSize(1);
        assertThat(hall.deployments().item("expert", Did.ADMIN).orElseThrow().lines())
                .extracting(Deployed.Line::state)
                .containsExactly(Deployed.State.TAKING, Deployed.State.TAKING);
    }

    @Test
    void anExtensionIsOfThoseWhoseItemItExtends() {
        hall.enters(ParkingItem.first());
        Operator theirs = new Operator(Optional.of(1L), "王交通", Optional.of(Set.of("traffic")));
        Operator others = new Operator(Optional.of(2L), "李教育", Optional.of(Set.of("education")));

        assertThat(((Door.Refused) offer(ParkingItem.extension("expert"), others)).defects())
                .anySatisfy(defect -> assertThat(defect.toString())
                        .startsWith("OPENHALL-INF/extension.yaml:")
                        .contains("'parking' is not of your departments"));
        assertThat(offer(ParkingItem.extension("expert"), theirs)).isInstanceOf(Door.Entered.class);
        assertThat(hall.deployments().item("expert", others)).isEmpty();
        assertThat(Did.not(hall.deployments().retire("expert", Optional.empty(), others)))
                .isEqualTo(Deployments.Reason.UNKNOWN);
        assertThat(hall.deployments().item("expert", theirs).orElseThrow().departments())
                .containsExactly("traffic");
        Did.done(hall.deployments().retire("expert", Optional.empty(), theirs));
    }

    private Door.Entry offer(ParkingItem extension, Operator by) {
        return hall.door().offer(ItemJarFile.in(hall.folder(), extension), Door.Then.ACTIVATE, by);
    }

    private List<String> retire(String extension) {
        return Did.done(hall.deployments().retire(extension, Optional.empty(), Did.ADMIN));
    }

    /** How often cases were told that steps may be gone. */
    private long told() {
        return hall.storage()
                .transactions()
                .read(() -> hall.storage()
                        .database()
                        .handle()
                        .createQuery("select count(*) from outbox_message where consumer = 'extensions'"
                                + " and subject = 'parking'")
                        .mapTo(Long.class)
                        .one());
    }

    private static ParkingItem saying(String key) {
        return ParkingItem.extension(key)
                .rule("speaks", "return List.of(Finding.flags(\"/plate\", \"said\", \"" + key + "\"));");
    }

    private void refused(ParkingItem extension, String line, String says) {
        String place = "OPENHALL-INF/extension.yaml:" + extension.line(line);
        assertThat(hall.refused(extension))
                .anySatisfy(text -> assertThat(text).startsWith(place).contains(says));
    }

    private Checked check() {
        return hall.catalogue().check(TestHall.application("1.0.0"));
    }

    private ItemVersion serving() {
        return hall.catalogue().serving("parking", "1.0").orElseThrow();
    }

    private Step step(String id) {
        return Optional.ofNullable(serving().definition().steps().get(id)).orElseThrow();
    }

    private List<String> to(String step, String outcome) {
        return step(step).outcomes().get(outcome).to();
    }
}
