package org.openhall.catalogue.internal.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openhall.catalogue.internal.testing.Did.ADMIN;
import static org.openhall.catalogue.internal.testing.Did.done;
import static org.openhall.catalogue.internal.testing.Did.not;
import static org.openhall.catalogue.internal.testing.Did.version;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openhall.api.catalogue.Deployments.Reason;
import org.openhall.api.catalogue.Implementation;
import org.openhall.catalogue.internal.testing.ParkingItem;

/** Rollback and retiring. */
class GoingBackTest extends TwoLines {

    @Test
    void aMicroIsTakenBackWhileCasesOfItsLineAreOpen() {
        hall.enters(ONE);
        hall.enters(ParkingItem.first().version("1.0.1").says("wrong"));
        assertThat(hall.said("1.0.0")).containsExactly("wrong");

        done(deployments.rollback("parking", Optional.empty(), ADMIN));

        assertThat(did.taking()).isEqualTo("1.0.0");
        assertThat(hall.said("1.0.0")).containsExactly("one");
        assertThat(hall.said("1.0.1")).containsExactly("one");
        assertThat(did.line("1.0").cases()).isEqualTo(3);
        assertThat(not(deployments.rollback("parking", Optional.empty(), ADMIN)))
                .isEqualTo(Reason.NOTHING_BEFORE);
        done(deployments.activate("parking", version("1.0.1"), false, ADMIN));
        assertThat(hall.said("1.0.0")).containsExactly("wrong");
    }

    @Test
    void aMinorIsTakenBackAndItsOpenCasesGoOn() {
        hall.enters(ONE);
        hall.enters(TWO);

        assertThat(done(deployments.rollback("parking", Optional.empty(), ADMIN)))
                .contains("New filings go to 1.0.0.", "Line 1.1 takes nothing new; its open cases go on.");

        assertThat(did.states()).containsExactly("1.1 DRAINING", "1.0 TAKING");
        assertThat(catalogue.active("parking"))
                .hasValueSatisfying(version -> assertThat(version).hasToString("parking 1.0.0"));
        assertThat(catalogue.accepts("parking", "1.1")).isFalse();
        assertThat(hall.said("1.1.0")).containsExactly("two");
        // mended, it takes filings again, and drafts of 1.0 have their day
        hall.enters(ParkingItem.first().version("1.1.1").says("mended"));
        assertThat(did.states()).containsExactly("1.1 TAKING", "1.0 ACCEPTING");
        assertThat(did.record()).endsWith("ROLLED_BACK 1.0.0", "ENTERED 1.1.1", "ACTIVATED 1.1.1");
    }

    @Test
    void goingBackTwiceGoesBackTwoSteps() {
        hall.enters(ONE);
        hall.enters(TWO);
        hall.enters(ParkingItem.first().version("1.2.0"));

        done(deployments.rollback("parking", Optional.empty(), ADMIN));
        assertThat(did.taking()).isEqualTo("1.1.0");
        done(deployments.rollback("parking", Optional.empty(), ADMIN));
        assertThat(did.taking()).isEqualTo("1.0.0");
        assertThat(not(deployments.rollback("parking", Optional.empty(), ADMIN)))
                .isEqualTo(Reason.NOTHING_BEFORE);
        done(deployments.rollback("parking", Optional.of(version("1.2.0")), ADMIN));
        assertThat(did.taking()).isEqualTo("1.2.0");
    }

    @Test
    void aRetiredItemTakesNothingAndIsNoLongerOfferedOnlineUntilItIsActivatedAgain() {
        hall.enters(ONE);
        hall.enters(TWO);

        assertThat(done(deployments.retire("parking", Optional.empty(), ADMIN)))
                .contains("Nothing takes new filings of this item.");
        assertThat(catalogue.active("parking")).isEmpty();
        assertThat(catalogue.implementation("parking-permit"))
                .hasValueSatisfying(row -> assertThat(row.online()).isFalse());
        assertThat(hall.said("1.0.0")).containsExactly("one");
        assertThat(not(deployments.retire("parking", Optional.empty(), ADMIN))).isEqualTo(Reason.ALREADY);

        assertThat(did.parking().before()).contains(version("1.1.0"));
        done(deployments.activate("parking", version("1.1.0"), false, ADMIN));
        assertThat(did.states()).containsExactly("1.1 TAKING", "1.0 DRAINING");
        assertThat(catalogue.implementation("parking-permit"))
                .map(Implementation::online)
                .contains(true);
    }

    @Test
    void whenALineIsRetiredOnlyALineWhoseTimeIsNotOverTakesItsPlace() {
        hall.enters(ONE);
        hall.enters(TWO);
        done(deployments.retire("parking", Optional.of("1.1"), ADMIN));
        assertThat(did.taking()).isEqualTo("1.0.0");

        hall.enters(ParkingItem.first().version("1.2.0"));
        hall.cases().on("1.2", 1, 0);
        hall.storage().clock().advance(Duration.ofDays(2));
        done(deployments.retire("parking", Optional.of("1.2"), ADMIN));
        assertThat(did.taking()).isEmpty();
        assertThat(did.states()).containsExactly("1.2 DRAINING", "1.1 DRAINING", "1.0 DRAINING");
    }

    @Test
    void theGuideOfWhatNothingServesAnyMoreIsTheOneThatWasServedLast() {
        hall.enters(ONE);
        hall.enters(TWO);
        Implementation row = catalogue.implementation("parking-permit").orElseThrow();
        assertThat(catalogue.former(row)).isEmpty();
        assertThat(catalogue.acceptsUntil("parking", "1.0"))
                .contains(hall.storage().clock().instant().plus(Duration.ofHours(24)));
        assertThat(catalogue.acceptsUntil("parking", "1.1")).isEmpty();

        done(deployments.rollback("parking", Optional.empty(), ADMIN));
        done(deployments.retire("parking", Optional.empty(), ADMIN));
        row = catalogue.implementation("parking-permit").orElseThrow();
        assertThat(row.online()).isFalse();
        assertThat(catalogue.former(row))
                .hasValueSatisfying(last -> assertThat(last.version()).isEqualTo(version("1.0.0")));
        assertThat(catalogue.acceptsUntil("parking", "1.0")).isEmpty();
    }
}
