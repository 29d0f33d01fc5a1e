package org.openhall.storage.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openhall.api.storage.KeyReused;
import org.openhall.api.storage.RequestKey;
import org.openhall.storage.testing.TestStorage;

/** What idempotent requests promise, on each database alike. */
abstract class RequestsContract {

    private static final RequestKey SUBMIT = new RequestKey(7, "POST /submit", "k1", "a".repeat(64));

    final TestStorage storage = storage();

    abstract TestStorage storage();

    @AfterEach
    void close() {
        storage.close();
    }

    @Test
    void theSecondRequestGetsWhatTheFirstMade() {
        assertThat(once(SUBMIT, "case 1")).isEqualTo("case 1");
        assertThat(once(SUBMIT, "case 2")).isEqualTo("case 1");
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        once(SUBMIT, "case 1");

        var other = new RequestKey(7, "POST /submit", "k1", "b".repeat(64));
        assertThatThrownBy(() -> once(other, "case 2")).isInstanceOf(KeyReused.class);
    }

    @Test
    void keysOfOthersAndOfOtherPathsAreOtherRequests() {
        once(SUBMIT, "case 1");

        assertThat(once(new RequestKey(8, "POST /submit", "k1", "a".repeat(64)), "case 2"))
                .isEqualTo("case 2");
        assertThat(once(new RequestKey(7, "POST /accept", "k1", "a".repeat(64)), "case 3"))
                .isEqualTo("case 3");
    }

    @Test
    void aRequestThatFailedMayComeAgain() {
        assertThatThrownBy(() -> once(SUBMIT, () -> {
                    throw new IllegalArgumentException("no");
                }))
                .hasMessage("no");

        assertThat(once(SUBMIT, "case 1")).isEqualTo("case 1");
    }

    @Test
    void whatCannotBeDoneTwiceIsAnsweredLikeTheFirstTime() {
        once(SUBMIT, "case 1");

        assertThat(once(SUBMIT, () -> {
                    throw new IllegalArgumentException("it is filed already");
                }))
                .isEqualTo("case 1");
        var other = new RequestKey(7, "POST /submit", "k1", "b".repeat(64));
        assertThatThrownBy(() -> once(other, () -> {
                    throw new IllegalArgumentException("it is filed already");
                }))
                .isInstanceOf(KeyReused.class);
    }

    @Test
    void withoutAKeyItHappensEachTime() {
        assertThat(storage.requests().once(Optional.empty(), () -> "case 1", made -> made, first -> "again"))
                .isEqualTo("case 1");
        assertThat(rows()).isZero();
    }

    @Test
    void ofTwoClicksOneHasAnEffect() throws Exception {
        var beside = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var executor = Executors.newSingleThreadExecutor();
        try {
            Future<String> slow = executor.submit(() -> once(SUBMIT, () -> {
                storage.outbox().append("notes", "slow", "{}");
                beside.countDown();
                pause(go);
                return "case 1";
            }));
            assertThat(beside.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(once(SUBMIT, () -> {
                        storage.outbox().append("notes", "fast", "{}");
                        return "case 2";
                    }))
                    .isEqualTo("case 2");
            go.countDown();

            assertThat(slow.get(10, TimeUnit.SECONDS)).isEqualTo("case 2");
        } finally {
            executor.shutdownNow();
        }
        assertThat(notes()).containsExactly("fast");
    }

    @Test
    void eightClicksAtOnceHaveOneEffect() throws Exception {
        var effects = new AtomicInteger();
        var executor = Executors.newFixedThreadPool(8);
        try {
            for (int round = 0; round < 10; round++) {
                var request = new RequestKey(7, "POST /submit", "round " + round, "a".repeat(64));
                List<Future<String>> clicks = IntStream.range(0, 8)
                        .mapToObj(i -> executor.submit(() -> once(request, "case " + effects.incrementAndGet())))
                        .toList();
                String made = clicks.get(0).get(20, TimeUnit.SECONDS);
                for (Future<String> click : clicks) {
                    assertThat(click.get(20, TimeUnit.SECONDS)).isEqualTo(made);
                }
            }
        } finally {
            executor.shutdownNow();
        }
        assertThat(rows()).isEqualTo(10);
    }

    @Test
    void afterTwoDaysARequestIsForgotten() {
        once(SUBMIT, "case 1");
        storage.clock().advance(Duration.ofHours(47));
        once(new RequestKey(7, "POST /submit", "k2", "a".repeat(64)), "case 2");
        storage.forgetOldRequests();
        assertThat(rows()).isEqualTo(2);

        storage.clock().advance(Duration.ofHours(2));
        storage.forgetOldRequests();
        assertThat(rows()).isOne();
    }

    @Test
    void whatIsDoneOnceHasATransactionOfItsOwn() {
        assertThatIllegalStateException()
                .isThrownBy(() -> storage.transactions().run(() -> once(SUBMIT, "case 1")));
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        storage.transactions().run(() -> storage.requests().settle(SUBMIT, "case 1")));
    }

    @Test
    void anotherReferenceTakesThePlaceOfTheFirst() {
        once(SUBMIT, "begun");
        storage.transactions().run(() -> storage.requests().settle(SUBMIT, "case 1"));

        assertThat(once(SUBMIT, "case 2")).isEqualTo("case 1");
    }

    private String once(RequestKey request, String reference) {
        return once(request, () -> reference);
    }

    private String once(RequestKey request, Supplier<String> effect) {
        return storage.requests().once(Optional.of(request), effect, made -> made, first -> first);
    }

    private List<String> notes() {
        return storage.transactions()
                .read(() -> storage.database()
                        .handle()
                        .createQuery("select subject from outbox_message")
                        .mapTo(String.class)
                        .list());
    }

    private int rows() {
        return storage.transactions()
                .read(() -> storage.database()
                        .handle()
                        .createQuery("select count(*) from request_once")
                        .mapTo(Integer.class)
                        .one());
    }

    private static void pause(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
