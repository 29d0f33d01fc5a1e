package org.openhall.catalogue.internal.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openhall.api.catalogue.Deployments;
import org.openhall.api.catalogue.Door;
import org.openhall.api.catalogue.Operator;
import org.openhall.catalogue.internal.testing.Did;
import org.openhall.catalogue.internal.testing.ParkingItem;

/** Which extensions come in. */
class ExtensionsAtTheDoorTest extends ExtendedHall {

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
}
