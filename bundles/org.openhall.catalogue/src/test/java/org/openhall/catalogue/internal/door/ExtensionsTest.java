package org.openhall.catalogue.internal.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openhall.api.catalogue.Catalogue.Absence;
import org.openhall.api.catalogue.Catalogue.Checked;
import org.openhall.api.catalogue.Deployed;
import org.openhall.api.catalogue.Door;
import org.openhall.api.catalogue.Extensions.Extending;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.catalogue.internal.testing.Did;
import org.openhall.catalogue.internal.testing.ParkingItem;
import org.openhall.catalogue.internal.testing.TestHall;
import org.openhall.item.Finding;

class ExtensionsTest extends ExtendedHall {

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
        hall.enters(ParkingItem.first().rule("own", ParkingItem.saying("own")));
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
}
