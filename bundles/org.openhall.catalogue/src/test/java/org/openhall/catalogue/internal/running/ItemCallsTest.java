package org.openhall.catalogue.internal.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhall.api.catalogue.Catalogue;
import org.openhall.api.catalogue.Catalogue.Checked;
import org.openhall.api.catalogue.Catalogue.Reviewed;
import org.openhall.api.catalogue.Version;
import org.openhall.catalogue.internal.testing.ParkingItem;
import org.openhall.catalogue.internal.testing.TestHall;
import org.openhall.item.Finding;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

class ItemCallsTest {

    private static final String SAYS = "return List.of(Finding.flags(\"/plate\", \"plate.bad\"));";
    private static final String NOTHING = "return List.of();";

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
    void whatARuleDoesWrongIsToldAndTheOthersStillCount() {
        hall.enters(ParkingItem.first()
                .lateRule("throws", "throw new IllegalStateException(\"secret\");")
                .lateRule("fails", "throw new AssertionError();")
                .lateRule("nothing", "return null;")
                .lateRule("holes", "return Arrays.asList((Finding) null);")
                .lateRule("wordless", "return List.of(Finding.blocks(\"\", \"no.such.text\"));")
                .lateRule("endless", "return check(application);")
                .lateRule("sound", SAYS));

        Checked checked = check();

        assertThat(checked.unchecked()).containsExactly("throws", "fails", "nothing", "holes", "wordless", "endless");
        assertThat(checked.findings()).extracting(Finding::message).containsExactly("plate.bad");
        assertThat(checked.version()).hasToString("1.0.0");
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
        hall.reconfigure(1);
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
    void aRuleThatTakesMemoryWithoutEndIsStoppedAndTheHallGoesOn() throws InterruptedException {
        hall.enters(ParkingItem.first()
                .lateRule("sound", SAYS)
                .lateRule("grows", "List<Object> kept = new ArrayList<>(); while (true) kept.add(new byte[100_000]);"));

        Checked checked = check();

        assertThat(checked.unchecked()).containsExactly("grows");
        assertThat(checked.findings()).hasSize(1);
        // its thread came back, so it was really stopped
        eventually(() -> hall.health().lost() == 0);
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
    void aRuleThatRunsInCirclesIsStopped() throws InterruptedException {
        hall.enters(ParkingItem.first()
                .lateRule(
                        "spins",
                        "long n = application.filedAt().toEpochMilli(); while (n != 0) { n |= 1; } return List.of();"));

        assertThat(check().unchecked()).containsExactly("spins");

        eventually(() -> hall.health().lost() == 0);
    }

    @Test
    void threadsThatARuleLeavesRunningAreSeenAndEndWithTheVersion() throws InterruptedException {
        hall.enters(ParkingItem.first()
                .lateRule(
                        "leaves",
                        "new Thread(() -> { try { Thread.sleep(100_000); } catch (InterruptedException e) { } }).start();"
                                + " return List.of();"));
        check();
        assertThat(hall.health().threads()).isEqualTo(1);
        assertThat(hall.health().lost()).isZero();

        Bundle old = hall.itemBundles().get(0);
        WeakReference<ClassLoader> loader =
                new WeakReference<>(old.adapt(BundleWiring.class).getClassLoader());
        hall.enters(ParkingItem.first().version("1.0.1").lateRule("leaves", NOTHING));

        eventually(() -> hall.itemBundles().size() == 1);
        eventually(() -> {
            System.gc();
            return loader.get() == null;
        });
    }

    @Test
    void whatWentWrongIsToldWithoutWhatAnybodyTyped() {
        hall.enters(ParkingItem.first().lateRule("throws", "throw new IllegalStateException(\"secret\");"));

        check();

        assertThat(hall.health().lastFailure())
                .hasValueSatisfying(failure -> assertThat(failure)
                        .contains("'throws'", "IllegalStateException")
                        .doesNotContain("secret"));
    }

    @Test
    void aMicroWithTheMistakeMendedIsCalledAgain() throws InterruptedException {
        hall.enters(ParkingItem.first().lateRule("hangs", HANGS));
        for (int i = 0; i < 5; i++) {
            check();
        }
        hall.enters(ParkingItem.first().version("1.0.1").lateRule("hangs", SAYS));

        assertThat(check().unchecked()).isEmpty();
        assertThat(check().findings()).hasSize(1);
        // the old bundle is taken out although its threads hang
        eventually(() -> hall.itemBundles().size() == 1);
    }

    @Test
    void noCallFailsWhileMicrosReplaceEachOther() throws Exception {
        hall.enters(ParkingItem.first().lateRule("plate", SAYS));
        AtomicBoolean done = new AtomicBoolean();
        Callable<Integer> filing = () -> {
            int calls = 0;
            while (!done.get()) {
                Checked checked = check();
                assertThat(checked.unchecked()).isEmpty();
                assertThat(checked.findings()).hasSize(1);
                calls++;
            }
            return calls;
        };
        ExecutorService citizens = Executors.newFixedThreadPool(4);
        try {
            List<Future<Integer>> filings = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                filings.add(citizens.submit(filing));
            }
            for (int micro = 1; micro <= 6; micro++) {
                hall.enters(ParkingItem.first().version("1.0." + micro).lateRule("plate", SAYS));
            }
            done.set(true);
            for (Future<Integer> one : filings) {
                assertThat(one.get()).isPositive();
            }
        } finally {
            done.set(true);
            citizens.shutdown();
        }
        assertThat(check().version()).hasToString("1.0.6");
    }

    @Test
    void anAutomaticStepTakesAnOutcomeOfItsStepOrNone() {
        hall.enters(
                ParkingItem.first()
                        .automaticLook(
                                "looks",
                                "return Review.take(application.version().endsWith(\"0\") ? \"good\" : \"evil\", \"x\".repeat(5000));"));

        Optional<Reviewed> good = hall.catalogue().review(TestHall.application("1.0.0"), "look");
        assertThat(good).hasValueSatisfying(reviewed -> {
            assertThat(reviewed.review().outcome()).contains("good");
            assertThat(reviewed.review().opinion()).hasSize(2_000);
            assertThat(reviewed.version()).hasToString("1.0.0");
        });
        assertThat(hall.catalogue().review(TestHall.application("1.0.1"), "look"))
                .isEmpty();
        assertThat(hall.catalogue().review(TestHall.application("1.0.0"), "intake"))
                .isEmpty();
    }

    @Test
    void anAutomaticStepThatHangsLeavesItToTheOfficial() {
        hall.enters(ParkingItem.first().automaticLook("looks", HANGS.replace("List.of()", "null")));

        assertThat(hall.catalogue().review(TestHall.application("1.0.0"), "look"))
                .isEmpty();
    }

    @Test
    void aStoppedVersionLeavesNoClassesBehind() throws InterruptedException {
        hall.enters(ParkingItem.first()
                .lateRule(
                        "plate",
                        "MINE.set(new Object() { public String toString() { return \"mine\"; } });"
                                + " Thread.currentThread().setContextClassLoader(getClass().getClassLoader());"
                                + " throw new RuntimeException() { private static final long serialVersionUID = 1L; }; }"
                                + " static final ThreadLocal<Object> MINE = new ThreadLocal<>(); static {"));
        assertThat(check().unchecked()).hasSize(1);
        WeakReference<ClassLoader> loader = new WeakReference<>(
                hall.itemBundles().get(0).adapt(BundleWiring.class).getClassLoader());
        assertThat(loader.get()).isNotNull();

        hall.enters(ParkingItem.first().version("1.0.1").lateRule("plate", NOTHING));
        check();

        eventually(() -> {
            System.gc();
            return loader.get() == null;
        });
    }

    private Checked check() {
        return hall.catalogue().check(TestHall.application("1.0.0"));
    }

    private static void eventually(Callable<Boolean> expectation) throws InterruptedException {
        long until = System.nanoTime() + 30_000_000_000L;
        try {
            while (!expectation.call()) {
                assertThat(System.nanoTime()).as("waited long enough").isLessThan(until);
                Thread.sleep(50);
            }
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
