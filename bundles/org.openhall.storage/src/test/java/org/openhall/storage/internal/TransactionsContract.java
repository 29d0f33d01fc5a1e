package org.openhall.storage.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openhall.storage.testing.TestStorage;

/** What every transaction promises, on each database alike. */
abstract class TransactionsContract {

    final TestStorage storage = storage();

    abstract TestStorage storage();

    @AfterEach
    void close() {
        storage.close();
    }

    @Test
    void whatWasRunIsThereAfterwards() {
        storage.transactions().run(() -> region("11", "one"));

        assertThat(name("11")).isEqualTo("one");
    }

    @Test
    void whatThrowsLeavesNoTrace() {
        assertThatThrownBy(() -> storage.transactions().run(() -> {
                    region("11", "one");
                    throw new IllegalArgumentException("no");
                }))
                .hasMessage("no");

        assertThat(count()).isZero();
    }

    @Test
    void whatRunsInsideJoins() {
        assertThatThrownBy(() -> storage.transactions().run(() -> {
                    storage.transactions().run(() -> region("11", "one"));
                    assertThat(count()).isOne();
                    throw new IllegalArgumentException("no");
                }))
                .hasMessage("no");

        assertThat(count()).isZero();
    }

    @Test
    void aFailureInsideCannotBeHalfCommitted() {
        assertThatIllegalStateException()
                .isThrownBy(() -> storage.transactions().run(() -> {
                    assertThatThrownBy(() -> storage.transactions().run(() -> {
                                region("11", "one");
                                throw new IllegalArgumentException("no");
                            }))
                            .hasMessage("no");
                }));

        assertThat(count()).isZero();
    }

    @Test
    void readsRefuseChanges() {
        assertThatThrownBy(() -> storage.transactions().read(() -> {
                    region("11", "one");
                    return 1;
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThatIllegalStateException()
                .isThrownBy(() -> storage.transactions().read(() -> {
                    storage.transactions().run(() -> region("11", "one"));
                    return 1;
                }));

        assertThat(count()).isZero();
    }

    @Test
    void readsSeeOneMomentHoweverLongTheyTake() throws Exception {
        var executor = Executors.newSingleThreadExecutor();
        try {
            List<Integer> seen = storage.transactions().read(() -> {
                int before = count();
                await(executor.submit(() -> storage.transactions().run(() -> region("11", "one"))));
                return List.of(before, count());
            });

            assertThat(seen).containsExactly(0, 0);
            assertThat(count()).isOne();
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void aGlanceIsOneStatementThatReads() {
        storage.transactions().run(() -> region("11", "one"));

        assertThat(storage.transactions().glance(this::count)).isOne();
        assertThatIllegalStateException()
                .isThrownBy(() -> storage.transactions().glance(() -> count() + count()))
                .withMessageContaining("one statement");
        assertThatIllegalStateException()
                .isThrownBy(() -> storage.transactions().glance(() -> {
                    region("12", "two");
                    return "written";
                }));
        assertThat(storage.transactions()
                        .read(() -> count() + storage.transactions().glance(this::count)))
                .isEqualTo(2);
    }

    @Test
    void tablesOutsideATransactionSaySo() {
        assertThatIllegalStateException().isThrownBy(() -> storage.database().handle());
        assertThatIllegalStateException()
                .isThrownBy(() -> storage.transactions().afterCommit(() -> {}));
        assertThatIllegalStateException().isThrownBy(() -> storage.outbox().append("a", "b", "{}"));
    }

    @Test
    void whatFollowsACommitRunsOnceAndOnlyAfterIt() {
        var told = new ArrayList<Integer>();
        storage.transactions().run(() -> {
            region("11", "one");
            storage.transactions().afterCommit(() -> told.add(count()));
            assertThat(told).isEmpty();
        });
        assertThatThrownBy(() -> storage.transactions().run(() -> {
                    storage.transactions().afterCommit(() -> told.add(99));
                    throw new IllegalArgumentException("no");
                }))
                .hasMessage("no");

        assertThat(told).containsExactly(1);
    }

    @Test
    void twoThatLockEachOtherAreBothDone() throws Exception {
        storage.transactions().run(() -> {
            region("11", "one");
            region("12", "two");
        });
        var together = new CyclicBarrier(2);
        var attempts = new AtomicInteger();
        var executor = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> both = List.of(
                    executor.submit(() -> lockInTurn("11", "12", together, attempts)),
                    executor.submit(() -> lockInTurn("12", "11", together, attempts)));
            both.forEach(TransactionsContract::await);
        } finally {
            executor.shutdownNow();
        }

        assertThat(attempts)
                .as("one or both were run again")
                .satisfies(n -> assertThat(n.get()).isBetween(3, 4));
        assertThat(name("11")).isEqualTo("one++");
        assertThat(name("12")).isEqualTo("two++");
    }

    private void lockInTurn(String first, String second, CyclicBarrier together, AtomicInteger attempts) {
        boolean[] met = {false};
        storage.transactions().run(() -> {
            attempts.incrementAndGet();
            append(first);
            if (!met[0]) {
                met[0] = true;
                meet(together);
            }
            append(second);
        });
    }

    @Test
    void momentsComeBackAsTheyWereStored() {
        Instant now = storage.clock().instant().plusNanos(123_456_000);
        storage.transactions().run(() -> {
            storage.database().handle().execute("insert into region values ('11', 'one', '', ?)", now);
        });

        assertThat(storage.transactions()
                        .read(() -> storage.database()
                                .handle()
                                .createQuery("select changed_at from region where changed_at = :now")
                                .bind("now", now)
                                .mapTo(Instant.class)
                                .one()))
                .isEqualTo(now);
    }

    private void region(String code, String name) {
        storage.database()
                .handle()
                .execute(
                        "insert into region values (?, ?, '', ?)",
                        code,
                        name,
                        storage.clock().instant());
    }

    private void append(String code) {
        storage.database().handle().execute("update region set name = name || '+' where code = ?", code);
    }

    private String name(String code) {
        return storage.transactions()
                .read(() -> storage.database()
                        .handle()
                        .createQuery("select name from region where code = :code")
                        .bind("code", code)
                        .mapTo(String.class)
                        .one());
    }

    private int count() {
        return storage.transactions()
                .read(() -> storage.database()
                        .handle()
                        .createQuery("select count(*) from region")
                        .mapTo(Integer.class)
                        .one());
    }

    static void await(Future<?> future) {
        try {
            future.get(20, java.util.concurrent.TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(10, java.util.concurrent.TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
