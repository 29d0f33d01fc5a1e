package org.openhall.catalogue.internal.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.api.catalogue.Version;
import org.openhall.catalogue.internal.testing.Did;
import org.openhall.catalogue.internal.testing.Eventually;
import org.openhall.catalogue.internal.testing.ParkingItem;
import org.osgi.framework.Bundle;

/** What becomes of cases when extensions go. */
class RetiredExtensionsTest extends ExtendedHall {

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
}
