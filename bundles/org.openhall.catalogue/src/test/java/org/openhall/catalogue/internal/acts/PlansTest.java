package org.openhall.catalogue.internal.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openhall.catalogue.internal.testing.Did.ADMIN;
import static org.openhall.catalogue.internal.testing.Did.done;
import static org.openhall.catalogue.internal.testing.Did.not;
import static org.openhall.catalogue.internal.testing.Did.version;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhall.api.catalogue.Deployments;
import org.openhall.api.catalogue.Deployments.Kind;
import org.openhall.api.catalogue.Deployments.Reason;
import org.openhall.api.catalogue.Deployments.Recorded;
import org.openhall.api.catalogue.Operator;
import org.openhall.catalogue.internal.testing.Did;
import org.openhall.catalogue.internal.testing.ParkingItem;
import org.openhall.catalogue.internal.testing.TestHall;
import org.openhall.storage.testing.TestStorage;

class PlansTest {

    private static final ParkingItem TWO = ParkingItem.first().version("1.1.0");

    private TestHall hall;
    private Did did;
    private Deployments deployments;

    TestStorage storage() {
        return TestStorage.onH2();
    }

    @BeforeEach
    void open() {
        hall = TestHall.on(storage());
        did = new Did(hall);
        deployments = hall.deployments();
        hall.cases().on("1.0", 1, 0);
        hall.enters(ParkingItem.first());
        hall.keeps(TWO);
    }

    @AfterEach
    void close() {
        hall.close();
    }

    private Instant in(Duration time) {
        return hall.storage().clock().instant().plus(time);
    }

    @Test
    void aPlannedVersionTakesOverAtItsTimeAndNotBefore() {
        done(deployments.plan("parking", version("1.1.0"), in(Duration.ofHours(3)), true, ADMIN));
        assertThat(did.parking().plan()).hasValueSatisfying(plan -> {
            assertThat(plan.version()).hasToString("1.1.0");
            assertThat(plan.by()).isEqualTo("admin");
            assertThat(plan.hard()).isTrue();
        });

        hall.storage().clock().advance(Duration.ofHours(2));
        hall.tend();
        assertThat(did.taking()).isEqualTo("1.0.0");
        hall.storage().clock().advance(Duration.ofHours(1));
        hall.tend();

        assertThat(did.taking()).isEqualTo("1.1.0");
        assertThat(hall.catalogue().accepts("parking", "1.0")).isFalse();
        assertThat(did.parking().plan()).isEmpty();
        assertThat(did.record()).endsWith("PLANNED 1.1.0", "ACTIVATED 1.1.0");
    }

    @Test
    void ofTwoNodesOneCarriesItOut() {
        done(deployments.plan("parking", version("1.1.0"), in(Duration.ofHours(1)), false, ADMIN));
        hall.storage().clock().advance(Duration.ofHours(1));

        try (TestHall other = hall.another()) {
            other.tend();
            hall.tend();
            other.tend();
            assertThat(did.taking()).isEqualTo("1.1.0");
            assertThat(did.record()).containsOnlyOnce("ACTIVATED 1.1.0").doesNotContain("CANCELLED 1.1.0");
        }
    }

    @Test
    void aPlanIsReplacedAndGivenUp() {
        hall.keeps(ParkingItem.first().version("1.2.0"));
        done(deployments.plan("parking", version("1.1.0"), in(Duration.ofHours(1)), false, ADMIN));
        done(deployments.plan("parking", version("1.2.0"), in(Duration.ofHours(2)), false, ADMIN));
        assertThat(did.parking().plan())
                .hasValueSatisfying(plan -> assertThat(plan.version()).hasToString("1.2.0"));

        done(deployments.cancelPlan("parking", ADMIN));

        assertThat(not(deployments.cancelPlan("parking", ADMIN))).isEqualTo(Reason.ALREADY);
        hall.storage().clock().advance(Duration.ofDays(1));
        hall.tend();
        assertThat(did.taking()).isEqualTo("1.0.0");
        assertThat(did.record()).endsWith("PLANNED 1.1.0", "PLANNED 1.2.0", "CANCELLED 1.2.0");
    }

    @Test
    void aPlanThatCannotBeCarriedOutIsGivenUpWithItsReason() {
        done(deployments.plan("parking", version("1.1.0"), in(Duration.ofHours(1)), false, ADMIN));
        hall.loseBytes("1.1.0");
        hall.storage().clock().advance(Duration.ofHours(1));

        hall.tend();
        hall.tend();

        assertThat(did.taking()).isEqualTo("1.0.0");
        assertThat(did.parking().plan()).isEmpty();
        assertThat(did.record()).containsOnlyOnce("CANCELLED 1.1.0");
        assertThat(deployments
                        .record(Optional.of("parking"), 1, Optional.empty(), ADMIN)
                        .entries())
                .singleElement()
                .satisfies(act -> assertThat(act.report())
                        .singleElement()
                        .satisfies(line -> assertThat(line).contains("DOES_NOT_START")));
    }

    @Test
    void aPlanIsCarriedOutInTheNameThatItsAuthorHasThen() {
        planned();
        hall.staff().administrates(7, "Anna Berg", "traffic", "water");

        hall.tend();

        assertThat(did.taking()).isEqualTo("1.1.0");
        assertThat(last().by()).isEqualTo("Anna Berg");
    }

    @Test
    void aPlanOfSomebodyWhoIsNoLongerAtTheDepartmentIsGivenUp() {
        planned();
        hall.staff().administrates(7, "anna", "water");

        hall.tend();

        isGivenUp();
    }

    @Test
    void aPlanOfSomebodyWhoLeftIsGivenUp() {
        planned();
        hall.staff().leaves(7);

        hall.tend();

        isGivenUp();
    }

    /** Somebody planned it when the item was his, and now it is due. */
    private void planned() {
        hall.staff().administrates(7, "anna", "traffic");
        Operator anna = new Operator(Optional.of(7L), "anna", Optional.of(Set.of("traffic")));
        done(deployments.plan("parking", version("1.1.0"), in(Duration.ofHours(1)), false, anna));
        hall.storage().clock().advance(Duration.ofHours(1));
    }

    private void isGivenUp() {
        assertThat(did.taking()).isEqualTo("1.0.0");
        assertThat(did.parking().plan()).isEmpty();
        assertThat(last().kind()).isEqualTo(Kind.CANCELLED);
        assertThat(last().report())
                .singleElement()
                .satisfies(line -> assertThat(line).contains("Who planned it may not do it any more."));
    }

    private Recorded last() {
        return deployments
                .record(Optional.of("parking"), 1, Optional.empty(), ADMIN)
                .entries()
                .get(0);
    }

    @Test
    void activatingByHandIsTheEndOfThePlan() {
        done(deployments.plan("parking", version("1.1.0"), in(Duration.ofHours(1)), false, ADMIN));

        done(deployments.activate("parking", version("1.1.0"), false, ADMIN));

        assertThat(did.parking().plan()).isEmpty();
    }

    @Test
    void whatServesAlreadyOrLiesBehindWhatServesCannotBePlanned() {
        hall.enters(ParkingItem.first().version("1.0.1"));

        assertThat(not(deployments.plan("parking", version("1.0.1"), in(Duration.ofHours(1)), false, ADMIN)))
                .isEqualTo(Reason.ALREADY);
        assertThat(not(deployments.plan("parking", version("1.0.0"), in(Duration.ofHours(1)), true, ADMIN)))
                .isEqualTo(Reason.BEHIND);
        done(deployments.activate("parking", version("1.1.0"), false, ADMIN));
        assertThat(not(deployments.plan("parking", version("1.0.1"), in(Duration.ofHours(1)), false, ADMIN)))
                .isEqualTo(Reason.ALREADY);
        assertThat(did.parking().plan()).isEmpty();
    }

    @Test
    void aTimeInThePastOrFarAheadIsNoPlan() {
        for (Duration time : new Duration[] {Duration.ofMinutes(-1), Duration.ofDays(400)}) {
            assertThat(not(deployments.plan("parking", version("1.1.0"), in(time), false, ADMIN)))
                    .isEqualTo(Reason.TIME);
        }
        assertThat(did.parking().plan()).isEmpty();
    }
}
