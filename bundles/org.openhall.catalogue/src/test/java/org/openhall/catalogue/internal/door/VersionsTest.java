package org.openhall.catalogue.internal.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhall.api.catalogue.Catalogue;
import org.openhall.api.catalogue.Door;
import org.openhall.api.catalogue.ItemUnavailable;
import org.openhall.api.catalogue.Operator;
import org.openhall.api.catalogue.Version;
import org.openhall.catalogue.internal.testing.Eventually;
import org.openhall.catalogue.internal.testing.ItemJarFile;
import org.openhall.catalogue.internal.testing.ParkingItem;
import org.openhall.catalogue.internal.testing.TestHall;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

class VersionsTest {

    private TestHall hall;
    private Catalogue catalogue;

    @BeforeEach
    void open() {
        hall = TestHall.open();
        catalogue = hall.catalogue();
    }

    @AfterEach
    void close() {
        hall.close();
    }

    @Test
    void aNewMinorTakesNewFilingsWhileCasesStayOnTheOldLine() {
        hall.enters(ParkingItem.first().says("one"));
        hall.enters(
                ParkingItem.first().version("1.1.0").yaml("days: 3", "days: 2").says("two"));

        assertThat(catalogue.active("parking"))
                .hasValueSatisfying(version -> assertThat(version).hasToString("parking 1.1.0"));
        assertThat(hall.said("1.0.0")).containsExactly("one");
        assertThat(hall.said("1.1.0")).containsExactly("two");
        assertThat(hall.itemBundles()).hasSize(2);
        assertThat(catalogue.accepts("parking", "1.0")).isTrue();
        hall.storage().clock().advance(Duration.ofHours(25));
        assertThat(catalogue.accepts("parking", "1.0")).isFalse();
        assertThat(catalogue.accepts("parking", "1.1")).isTrue();
    }

    @Test
    void aMicroServesTheOpenCasesOfItsLine() throws Throwable {
        hall.enters(ParkingItem.first().says("one"));
        Door.Entered entered = hall.enters(ParkingItem.first().version("1.0.1").says("two"));

        assertThat(entered.activated()).isTrue();
        assertThat(hall.said("1.0.0")).containsExactly("two");
        assertThat(catalogue.check(TestHall.application("1.0.0")).version()).hasToString("1.0.1");
        assertThat(catalogue.version("parking", Version.parse("1.0.0")))
                .hasValueSatisfying(old -> assertThat(old).hasToString("parking 1.0.0"));
        Eventually.holds(() -> assertThat(hall.itemBundles())
                .singleElement()
                .satisfies(bundle -> assertThat(bundle.getVersion()).hasToString("1.0.1")));
    }

    @Test
    void aMicroThatComesLateDoesNotTakeOver() throws Throwable {
        hall.enters(ParkingItem.first().version("1.0.5").says("two"));
        Door.Entered late = hall.enters(ParkingItem.first().version("1.0.4").says("one"));

        assertThat(late.activated()).isFalse();
        assertThat(hall.said("1.0.4")).containsExactly("two");
        assertThat(catalogue.versions("parking")).extracting(Version::toString).containsExactly("1.0.5", "1.0.4");
        Eventually.holds(() -> assertThat(hall.itemBundles()).hasSize(1));
    }

    @Test
    void aMicroThatChangesTheStepsIsRefused() {
        hall.enters(ParkingItem.first());

        assertThat(hall.refused(ParkingItem.first().version("1.0.1").yaml("post: review", "post: approve")))
                .singleElement()
                .satisfies(text -> assertThat(text).contains("raise the minor"));
    }

    @Test
    void withoutItsBundleAnItemWaitsAndGoesOnWhenItIsBack() throws BundleException {
        Path jar = ItemJarFile.in(hall.folder(), ParkingItem.first().says("one"));
        hall.door().offer(jar, Door.Then.ACTIVATE, Operator.way("test"));
        Bundle bundle = hall.itemBundles().get(0);

        bundle.stop();
        assertThatThrownBy(() -> hall.said("1.0.0")).isInstanceOf(ItemUnavailable.class);
        assertThat(catalogue.active("parking")).isPresent();
        bundle.start();
        assertThat(hall.said("1.0.0")).containsExactly("one");

        bundle.uninstall();
        assertThatThrownBy(() -> hall.said("1.0.0")).isInstanceOf(ItemUnavailable.class);
        assertThat(hall.door().offer(jar, Door.Then.ACTIVATE, Operator.way("test")))
                .isInstanceOf(Door.Entered.class);
        assertThat(hall.said("1.0.0")).containsExactly("one");
    }

    @Test
    void anItemWithoutRulesNeedsNoBundle() throws BundleException {
        hall.enters(ParkingItem.first());
        hall.itemBundles().get(0).uninstall();

        assertThat(catalogue.check(TestHall.application("1.0.0")).findings()).isEmpty();
    }

    @Test
    void afterARestartAllIsServedAsBefore() {
        hall.enters(ParkingItem.first().says("one"));
        hall.enters(ParkingItem.first().version("1.1.0").says("two"));

        for (boolean emptyCache : List.of(true, false)) {
            hall.restart(emptyCache);
            catalogue = hall.catalogue();
            assertThat(catalogue.active("parking"))
                    .hasValueSatisfying(version -> assertThat(version).hasToString("parking 1.1.0"));
            assertThat(hall.said("1.0.0")).containsExactly("one");
            assertThat(hall.said("1.1.0")).containsExactly("two");
            assertThat(hall.itemBundles()).hasSize(2);
        }
    }

    @Test
    void aChangeOfSettingsInterruptsNothing() {
        hall.enters(ParkingItem.first().says("one"));

        hall.reconfigure();

        assertThat(hall.said("1.0.0")).containsExactly("one");
    }

    @Test
    void whatAnotherNodeDeployedIsServedHereToo() {
        hall.enters(ParkingItem.first().says("one"));
        try (TestHall other = hall.another()) {
            other.enters(ParkingItem.first().version("1.0.1").says("two"));

            hall.sync();
            assertThat(hall.said("1.0.0")).containsExactly("two");
        }
    }

    @Test
    void aVersionThatIsKeptServesNothing() throws Throwable {
        hall.enters(ParkingItem.first().says("one"));
        Door.Entered kept = hall.keeps(ParkingItem.first().version("1.1.0").says("two"));

        assertThat(kept.activated()).isFalse();
        assertThat(catalogue.active("parking"))
                .hasValueSatisfying(version -> assertThat(version).hasToString("parking 1.0.0"));
        assertThat(catalogue.versions("parking")).extracting(Version::toString).containsExactly("1.1.0", "1.0.0");
        assertThat(catalogue.serving("parking", "1.1")).isEmpty();
        Eventually.holds(() -> assertThat(hall.itemBundles()).hasSize(1));
    }

    @Test
    void aVersionOnTrialRunsBesideTheOneThatServesAndIsTakenOutAgain() throws Throwable {
        hall.enters(ParkingItem.first().says("one"));
        hall.keeps(ParkingItem.first().version("1.1.0").says("two"));
        Eventually.holds(() -> assertThat(hall.itemBundles()).hasSize(1));

        try (Catalogue.Trial trial =
                catalogue.trial("parking", Version.parse("1.1.0")).orElseThrow()) {
            assertThat(trial.version()).hasToString("parking 1.1.0");
            assertThat(trial.check(TestHall.application("1.0.0")).findings())
                    .singleElement()
                    .satisfies(found -> assertThat(found.arguments()).containsExactly("two"));
            assertThat(hall.said("1.0.0")).containsExactly("one");
        }
        Eventually.holds(() -> assertThat(hall.itemBundles()).hasSize(1));
        try (Catalogue.Trial trial =
                catalogue.trial("parking", Version.parse("1.0.0")).orElseThrow()) {
            assertThat(trial.check(TestHall.application("1.0.0")).version()).hasToString("1.0.0");
        }
        assertThat(hall.said("1.0.0")).containsExactly("one");
        assertThat(catalogue.trial("parking", Version.parse("3.0.0"))).isEmpty();
    }

    @Test
    void itIsSaidThatTheCodeOfALineIsMissing() throws BundleException {
        hall.enters(ParkingItem.first().says("one"));
        assertThat(catalogue.absence("parking", "1.0")).isEmpty();

        hall.itemBundles().get(0).stop();
        assertThat(catalogue.absence("parking", "1.0")).contains(Catalogue.Absence.MISSING);
        hall.itemBundles().get(0).start();
        assertThat(catalogue.absence("parking", "1.0")).isEmpty();
        assertThat(catalogue.absence("parking", "7.0")).isEmpty();
    }
}
