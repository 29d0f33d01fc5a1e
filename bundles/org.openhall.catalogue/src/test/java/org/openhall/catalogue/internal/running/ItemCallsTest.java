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
import org.openhall.api.catalogue.Catalogue.Checked;
import org.openhall.api.catalogue.Catalogue.Reviewed;
import org.openhall.catalogue.internal.testing.Eventually;
import org.openhall.catalogue.internal.testing.ParkingItem;
import org.openhall.catalogue.internal.testing.TestHall;
import org.openhall.item.Finding;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

class ItemCallsTest {

    private static final String SAYS = "return List.of(Finding.flags(\"/plate\", \"plate.bad\"));";
    private static final String NOTHING = "return List.of();";

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
    void threadsThatARuleLeavesRunningAreSeenAndEndWithTheVersion() throws Throwable {
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

        Eventually.holds(() -> assertThat(hall.itemBundles()).hasSize(1));
        Eventually.holds(() -> {
            System.gc();
            assertThat(loader.get()).isNull();
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
    void aStoppedVersionLeavesNoClassesBehind() throws Throwable {
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

        Eventually.holds(() -> {
            System.gc();
            assertThat(loader.get()).isNull();
        });
    }

    private Checked check() {
        return hall.catalogue().check(TestHall.application("1.0.0"));
    }
}
