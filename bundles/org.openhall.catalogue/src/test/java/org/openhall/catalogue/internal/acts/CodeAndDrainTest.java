package org.openhall.catalogue.internal.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openhall.catalogue.internal.testing.Did.ADMIN;
import static org.openhall.catalogue.internal.testing.Did.done;
import static org.openhall.catalogue.internal.testing.Did.not;
import static org.openhall.catalogue.internal.testing.Did.version;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhall.api.catalogue.Catalogue.Absence;
import org.openhall.api.catalogue.Deployments;
import org.openhall.api.catalogue.Deployments.Reason;
import org.openhall.api.catalogue.ItemUnavailable;
import org.openhall.catalogue.internal.testing.Did;
import org.openhall.catalogue.internal.testing.Eventually;
import org.openhall.catalogue.internal.testing.ParkingItem;
import org.openhall.catalogue.internal.testing.TestHall;
import org.osgi.framework.BundleException;

class CodeAndDrainTest {

    private static final ParkingItem ONE = ParkingItem.first().says("one");
    private static final ParkingItem TWO = ParkingItem.first().version("1.1.0").says("two");

    private TestHall hall;
    private Did did;
    private Deployments deployments;

    @BeforeEach
    void open() {
        hall = TestHall.open();
        did = new Did(hall);
        deployments = hall.deployments();
        hall.cases().on("1.0", 1, 0);
    }

    @AfterEach
    void close() {
        hall.close();
    }

    @Test
    void theCodeOfALineIsTakenOutAndItsCasesSayAtOnceWhyTheyWait() throws Throwable {
        hall.enters(ONE);

        done(deployments.withdraw("parking", "1.0", ADMIN));

        long before = System.nanoTime();
        assertThatThrownBy(() -> hall.said("1.0.0")).isInstanceOf(ItemUnavailable.class);
        assertThat(System.nanoTime() - before).isLessThan(500_000_000L);
        assertThat(hall.catalogue().absence("parking", "1.0")).contains(Absence.WITHDRAWN);
        assertThat(did.line("1.0").health().absence()).contains(Absence.WITHDRAWN);
        assertThat(hall.catalogue().version("parking", version("1.0.0"))).isPresent();
        Eventually.holds(() -> assertThat(hall.itemBundles()).isEmpty());
        assertThat(not(deployments.withdraw("parking", "1.0", ADMIN))).isEqualTo(Reason.ALREADY);

        done(deployments.restore("parking", "1.0", ADMIN));
        assertThat(hall.said("1.0.0")).containsExactly("one");
        assertThat(not(deployments.restore("parking", "1.0", ADMIN))).isEqualTo(Reason.ALREADY);
        assertThat(did.record()).endsWith("WITHDRAWN 1.0.0", "RESTORED 1.0.0");
    }

    @Test
    void aTrialDoesNotLetCasesIntoCodeThatWasTakenOut() {
        hall.enters(ONE);
        done(deployments.withdraw("parking", "1.0", ADMIN));

        try (var trial = hall.catalogue().trial("parking", version("1.0.0")).orElseThrow()) {
            assertThat(trial.check(TestHall.application("1.0.0")).findings()).hasSize(1);
            assertThatThrownBy(() -> hall.said("1.0.0")).isInstanceOf(ItemUnavailable.class);
        }
    }

    @Test
    void anotherVersionBringsTheCodeOfALineBack() {
        hall.enters(ONE);
        done(deployments.withdraw("parking", "1.0", ADMIN));

        hall.enters(ParkingItem.first().version("1.0.1").says("mended"));

        assertThat(hall.said("1.0.0")).containsExactly("mended");
    }

    @Test
    void rollingBackToALineWhoseCodeWasTakenOutBringsItsCodeBack() {
        hall.enters(ONE);
        hall.enters(TWO);
        done(deployments.withdraw("parking", "1.0", ADMIN));

        assertThat(done(deployments.rollback("parking", Optional.empty(), ADMIN)))
                .contains("New filings go to 1.0.0.", "Its code, which was taken out, is back with this.");

        assertThat(hall.catalogue().absence("parking", "1.0")).isEmpty();
        assertThat(hall.said("1.0.0")).containsExactly("one");
        assertThat(did.line("1.0").health().absence()).isEmpty();
    }

    @Test
    void activatingARetiredLineWhoseCodeWasTakenOutBringsItsCodeBack() {
        hall.enters(ONE);
        done(deployments.withdraw("parking", "1.0", ADMIN));
        done(deployments.retire("parking", Optional.empty(), ADMIN));

        done(deployments.activate("parking", version("1.0.0"), false, ADMIN));

        assertThat(did.taking()).isEqualTo("1.0.0");
        assertThat(hall.said("1.0.0")).containsExactly("one");
    }

    @Test
    void aBundleThatGotLostIsRestoredAndWhoWaitedGoesOn() throws Exception {
        hall.enters(ONE);
        hall.itemBundles().get(0).uninstall();
        assertThat(did.line("1.0").health().absence()).contains(Absence.MISSING);

        CompletableFuture<List<String>> waiting = CompletableFuture.supplyAsync(() -> hall.said("1.0.0"));
        done(deployments.restore("parking", "1.0", ADMIN));

        assertThat(waiting.get(5, TimeUnit.SECONDS)).containsExactly("one");
        assertThat(hall.catalogue().absence("parking", "1.0")).isEmpty();
    }

    @Test
    void aBundleThatCouldNotBeStartedIsTriedAgainAfterPausesThatGrow() {
        hall.enters(ONE);
        Runnable back = hall.loseBytes("1.0.0");
        hall.restart(true);
        assertThat(hall.catalogue().absence("parking", "1.0")).contains(Absence.MISSING);

        passes(Duration.ofSeconds(5));
        back.run();
        passes(Duration.ofSeconds(9));
        assertThat(hall.catalogue().absence("parking", "1.0")).contains(Absence.MISSING);
        passes(Duration.ofSeconds(1));

        assertThat(hall.said("1.0.0")).containsExactly("one");
    }

    @Test
    void whatIsTakenOutByHandAfterItCouldNotBeStartedIsNotTriedAgain() {
        hall.enters(ONE);
        Runnable back = hall.loseBytes("1.0.0");
        hall.restart(true);
        done(hall.deployments().withdraw("parking", "1.0", ADMIN));

        back.run();
        passes(Duration.ofMinutes(10));

        assertThat(hall.itemBundles()).isEmpty();
        done(hall.deployments().restore("parking", "1.0", ADMIN));
        assertThat(hall.said("1.0.0")).containsExactly("one");
    }

    @Test
    void aBundleThatWasStoppedByHandIsNotTriedAgain() throws BundleException {
        hall.enters(ONE);
        hall.itemBundles().get(0).stop();

        passes(Duration.ofMinutes(10));

        assertThat(hall.catalogue().absence("parking", "1.0")).contains(Absence.MISSING);
    }

    private void passes(Duration time) {
        hall.storage().clock().advance(time);
        hall.sync();
    }

    @Test
    void aBundleThatWasStoppedIsRestoredToo() throws BundleException {
        hall.enters(ONE);
        hall.itemBundles().get(0).stop();

        done(deployments.restore("parking", "1.0", ADMIN));

        assertThat(hall.said("1.0.0")).containsExactly("one");
    }

    @Test
    void aBundleThatIsNeededAgainWhileItIsTakenOutStays() throws Exception {
        hall.reconfigure("rule_millis", 20_000);
        hall.enters(ParkingItem.first()
                .rule(
                        "plate",
                        "try { Thread.sleep(900); } catch (InterruptedException e) { }" + ParkingItem.saying("slow")));
        CompletableFuture<List<String>> slow = CompletableFuture.supplyAsync(() -> hall.said("1.0.0"));
        Thread.sleep(200);
        hall.enters(ParkingItem.first().version("1.0.1").says("fast"));

        done(hall.deployments().rollback("parking", Optional.empty(), ADMIN));

        assertThat(slow.get(5, TimeUnit.SECONDS)).containsExactly("slow");
        Thread.sleep(1_500);
        assertThat(hall.said("1.0.0")).containsExactly("slow");
    }

    @Test
    void aLineIsDrainedOnlyAfterItsLastCaseAndDraftsDoNotHoldIt() throws Throwable {
        hall.cases().on("1.0", 1, 5);
        hall.enters(ONE);
        hall.enters(TWO);
        hall.tend();
        assertThat(did.states()).containsExactly("1.1 TAKING", "1.0 ACCEPTING");
        hall.storage().clock().advance(Duration.ofHours(25));
        hall.tend();
        assertThat(did.states()).containsExactly("1.1 TAKING", "1.0 DRAINING");
        assertThat(hall.itemBundles()).hasSize(2);

        hall.cases().on("1.0", 0, 5);
        hall.tend();

        assertThat(did.states()).containsExactly("1.1 TAKING", "1.0 DRAINED");
        Eventually.holds(() -> assertThat(hall.itemBundles()).hasSize(1));
        assertThat(did.record()).endsWith("DRAINED 1.0.0");
        assertThat(hall.catalogue().serving("parking", "1.0")).isPresent();
        assertThat(hall.catalogue().version("parking", version("1.0.0"))).isPresent();
        hall.tend();
        assertThat(did.record()).containsOnlyOnce("DRAINED 1.0.0");

        done(deployments.rollback("parking", Optional.empty(), ADMIN));
        assertThat(did.states()).containsExactly("1.1 DRAINED", "1.0 TAKING");
        assertThat(hall.said("1.0.0")).containsExactly("one");
    }

    @Test
    void aCaseThatCameAtTheLastMomentBringsTheBundleBack() {
        hall.enters(ONE);
        hall.cases().on("1.0", 0, 0);
        done(deployments.retire("parking", Optional.of("1.0"), ADMIN));
        assertThat(did.states()).containsExactly("1.0 DRAINED");

        hall.cases().on("1.0", 1, 0);
        hall.tend();

        assertThat(did.states()).containsExactly("1.0 DRAINING");
        assertThat(hall.said("1.0.0")).containsExactly("one");
        assertThat(hall.catalogue().active("parking")).isEmpty();
    }

    @Test
    void afterARestartEachLineIsAsItWas() throws Throwable {
        hall.enters(ONE);
        hall.enters(TWO);
        hall.enters(ParkingItem.first().version("1.2.0").says("three"));
        hall.cases().on("1.0", 0, 0);
        hall.cases().on("1.1", 1, 0);
        hall.cases().on("1.2", 1, 0);
        done(deployments.withdraw("parking", "1.1", ADMIN));
        done(deployments.retire("parking", Optional.empty(), ADMIN));
        List<String> states = List.of("1.2 DRAINING", "1.1 DRAINING", "1.0 DRAINED");
        assertThat(did.states()).isEqualTo(states);

        for (boolean emptyCache : List.of(true, false)) {
            hall.restart(emptyCache);
            hall.tend();
            assertThat(new Did(hall).states()).isEqualTo(states);
            assertThat(hall.catalogue().absence("parking", "1.1")).contains(Absence.WITHDRAWN);
            assertThat(hall.catalogue().active("parking")).isEmpty();
            assertThat(hall.said("1.2.0")).containsExactly("three");
            Eventually.holds(() -> assertThat(hall.itemBundles()).hasSize(1));
        }
    }
}
