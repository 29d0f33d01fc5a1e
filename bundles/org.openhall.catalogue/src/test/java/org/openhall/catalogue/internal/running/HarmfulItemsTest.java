package org.openhall.catalogue.internal.running;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhall.api.catalogue.Catalogue;
import org.openhall.api.catalogue.Catalogue.Checked;
import org.openhall.api.catalogue.Version;
import org.openhall.catalogue.internal.testing.Eventually;
import org.openhall.catalogue.internal.testing.ParkingItem;
import org.openhall.catalogue.internal.testing.TestHall;

/** Item code that never comes back or takes all memory harms only itself. */
class HarmfulItemsTest {

    private static final String SAYS = "return List.of(Finding.flags(\"/plate\", \"plate.bad\"));";

    /** Never comes back, whoever interrupts it. */
    private static final String HANGS = "while (true) { try { Thread.sleep(100_000); } catch (InterruptedException e) {"
            + " if (Boolean.getBoolean(\"test.let-go\")) return List.of(); } }";

    private TestHall hall;

    @BeforeEach
    void open() {
        System.clearProperty("test.let-go");
        hall = TestHall.open();
    }

    @AfterEach
    void close() {
        System.setProperty("test.let-go", "true");
        hall.close();
    }

    @Test
    void aTrialOfWhatServesThatHangsHoldsUpNoFiling() {
        hall.enters(ParkingItem.first()
                .lateRule("sound", "if (Boolean.getBoolean(\"test.hang\")) { " + HANGS + " } " + SAYS));
        System.setProperty("test.hang", "true");
        try (Catalogue.Trial trial =
                hall.catalogue().trial("parking", Version.parse("1.0.0")).orElseThrow()) {
            for (int i = 0; i < 5; i++) {
                assertThat(trial.check(TestHall.application("1.0.0")).unchecked())
                        .containsExactly("sound");
            }
        } finally {
            System.clearProperty("test.hang");
        }

        assertThat(hall.health().open()).isFalse();
        assertThat(check().findings()).hasSize(1);
        assertThat(hall.catalogue().absence("parking", "1.0")).isEmpty();
    }

    @Test
    void aRuleThatHangsIsGivenUpAndAfterSomeNotCalledAnyMore() {
        hall.enters(ParkingItem.first().lateRule("hangs", HANGS).lateRule("sound", SAYS));

        assertThat(check().unchecked()).containsExactly("hangs");
        assertThat(check().findings()).hasSize(1);
        for (int i = 0; i < 4; i++) {
            check();
        }
        long begin = System.nanoTime();
        assertThat(check().unchecked()).containsExactly("hangs", "sound");
        // waiting for one rule alone would take 1000
        assertThat((System.nanoTime() - begin) / 1_000_000).isLessThan(1000);
    }

    @Test
    void howManyRulesWaitForAPermitMakesACitizenWaitNoLonger() {
        hall.reconfigure("rule_permits", 1);
        ParkingItem item = ParkingItem.first().lateRule("hangs", HANGS);
        for (int i = 0; i < 8; i++) {
            item = item.lateRule("sound" + i, SAYS);
        }
        hall.enters(item);

        long begin = System.nanoTime();
        assertThat(check().unchecked()).hasSize(9).contains("hangs", "sound7");

        // waiting for each of them would take 8000
        assertThat((System.nanoTime() - begin) / 1_000_000).isLessThan(4000);
    }

    @Test
    void anAutomaticStepThatHangsLeavesItToTheOfficial() {
        hall.enters(ParkingItem.first().automaticLook("looks", HANGS.replace("List.of()", "null")));

        assertThat(hall.catalogue().review(TestHall.application("1.0.0"), "look"))
                .isEmpty();
    }

    @Test
    void aMicroWithTheMistakeMendedIsCalledAgain() throws Throwable {
        hall.enters(ParkingItem.first().lateRule("hangs", HANGS));
        for (int i = 0; i < 5; i++) {
            check();
        }
        hall.enters(ParkingItem.first().version("1.0.1").lateRule("hangs", SAYS));

        assertThat(check().unchecked()).isEmpty();
        assertThat(check().findings()).hasSize(1);
        // the old bundle is taken out although its threads hang
        Eventually.holds(() -> assertThat(hall.itemBundles()).hasSize(1));
    }

    @Test
    void aRuleThatTakesMemoryWithoutEndIsStoppedAndTheHallGoesOn() throws Throwable {
        hall.enters(ParkingItem.first()
                .lateRule("sound", SAYS)
                .lateRule("grows", "List<Object> kept = new ArrayList<>(); while (true) kept.add(new byte[100_000]);"));

        Checked checked = check();

        assertThat(checked.unchecked()).containsExactly("grows");
        assertThat(checked.findings()).hasSize(1);
        // its thread came back, so it was really stopped
        Eventually.holds(() -> assertThat(hall.health().lost()).isZero());
        assertThat(hall.health().failures()).isEqualTo(1);
        assertThat(hall.health().open()).isTrue();
        assertThat(check().unchecked()).containsExactly("sound", "grows");
        hall.bundles().reset(hall.catalogue().active("parking").orElseThrow());
        assertThat(check().findings()).hasSize(1);
    }

    @Test
    void aRuleThatWantsMoreMemoryThanThereIsIsNotAskedAgainSoon() {
        hall.enters(ParkingItem.first()
                .lateRule("huge", "return List.of(Finding.flags(\"\", \"x\" + new long[Integer.MAX_VALUE].length));"));

        assertThat(check().unchecked()).containsExactly("huge");

        assertThat(hall.health().open()).isTrue();
        assertThat(hall.health().lost()).isZero();
    }

    @Test
    void aRuleThatRunsInCirclesIsStopped() throws Throwable {
        hall.enters(ParkingItem.first()
                .lateRule(
                        "spins",
                        "long n = application.filedAt().toEpochMilli(); while (n != 0) { n |= 1; } return List.of();"));

        assertThat(check().unchecked()).containsExactly("spins");

        Eventually.holds(() -> assertThat(hall.health().lost()).isZero());
    }

    private Checked check() {
        return hall.catalogue().check(TestHall.application("1.0.0"));
    }
}
