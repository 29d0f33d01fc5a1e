package org.openhall.storage.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openhall.api.metrics.Measure;
import org.openhall.api.storage.OutboxConsumer;
import org.openhall.storage.internal.outbox.OutboxDepth;
import org.openhall.storage.testing.TestStorage;

/** What the outbox promises, on each database alike. */
abstract class OutboxContract {

    final TestStorage storage = storage();

    abstract TestStorage storage();

    @AfterEach
    void close() {
        storage.close();
    }

    @Test
    void aMessageIsDeliveredOnceAndGone() {
        var post = new Post("mail");
        append("mail", "case 1", "a");

        assertThat(storage.deliverNow(post)).isOne();
        assertThat(storage.deliverNow(post)).isZero();
        assertThat(post.taken).containsExactly("case 1 a");
    }

    @Test
    void aRolledBackChangeSendsNothing() {
        var post = new Post("mail");
        assertThatThrownBy(() -> storage.transactions().run(() -> {
                    storage.outbox().append("mail", "case 1", "a");
                    throw new IllegalArgumentException("no");
                }))
                .hasMessage("no");

        assertThat(storage.deliverNow(post)).isZero();
    }

    @Test
    void aMessageFromBeforeTheClockWentBackIsDelivered() {
        var post = new Post("mail");
        storage.clock().advance(Duration.ofHours(3));
        append("mail", "case 1", "a");
        storage.clock().advance(Duration.ofHours(-3));
        append("mail", "case 1", "b");

        storage.deliverNow(post);

        assertThat(post.taken).containsExactly("case 1 a", "case 1 b");
    }

    @Test
    void aLeaseFromBeforeTheClockWentBackKeepsNobodyWaiting() {
        var post = new Post("mail");
        storage.clock().advance(Duration.ofHours(3));
        append("mail", "case 1", "a");
        var first = storage.courier(post, "first");
        assertThat(first.carry()).isOne();
        storage.clock().advance(Duration.ofHours(-3));
        append("mail", "case 1", "b");

        assertThat(storage.courier(post, "second").carry()).isOne();

        append("mail", "case 1", "c");
        assertThat(first.carry()).as("whoever held it must not go on").isZero();
    }

    @Test
    void everyConsumerGetsItsOwn() {
        var mail = new Post("mail");
        var exchange = new Post("exchange");
        append("mail", "case 1", "a");
        append("exchange", "case 1", "b");

        storage.deliverNow(mail, exchange);

        assertThat(mail.taken).containsExactly("case 1 a");
        assertThat(exchange.taken).containsExactly("case 1 b");
    }

    @Test
    void oneCaseKeepsItsOrderWhileAnotherGoesOn() {
        var post = new Post("mail");
        post.refuses = "a";
        append("mail", "case 1", "a");
        append("mail", "case 1", "b");
        append("mail", "case 2", "c");

        storage.deliverNow(post);
        assertThat(post.taken).containsExactly("case 2 c");

        post.refuses = "";
        storage.clock().advance(Duration.ofSeconds(1));
        storage.deliverNow(post);
        assertThat(post.taken).containsExactly("case 2 c", "case 1 a", "case 1 b");
    }

    @Test
    void whatFailsWaitsLongerEachTimeAndIsParkedInTheEnd() {
        var post = new Post("mail");
        post.refuses = "a";
        append("mail", "case 1", "a");
        append("mail", "case 1", "b");

        assertThat(storage.deliverNow(post)).isOne();
        assertThat(storage.deliverNow(post)).as("not before a second").isZero();
        storage.clock().advance(Duration.ofSeconds(1));
        assertThat(storage.deliverNow(post)).isOne();
        storage.clock().advance(Duration.ofSeconds(1));
        assertThat(storage.deliverNow(post)).as("not before two more").isZero();
        storage.clock().advance(Duration.ofSeconds(1));
        assertThat(storage.deliverNow(post))
                .as("third try, then the next message")
                .isEqualTo(2);
        assertThat(post.taken).containsExactly("case 1 b");

        storage.clock().advance(Duration.ofDays(1));
        assertThat(storage.deliverNow(post)).isZero();
        assertThat(parked()).containsExactly("java.lang.IllegalArgumentException: cannot take a");
    }

    @Test
    void whatHasToWaitIsNeverParkedAndHoldsNobodyUp() {
        var post = new Post("mail");
        post.waits = "a";
        append("mail", "case 1", "a");
        append("mail", "case 1", "b");
        append("mail", "case 2", "c");

        assertThat(storage.deliverNow(post)).isEqualTo(2);
        assertThat(post.taken).as("another case goes on").containsExactly("case 2 c");
        for (int minute = 0; minute < 600; minute++) {
            storage.clock().advance(Duration.ofMinutes(1));
            assertThat(storage.deliverNow(post))
                    .as("asked again in every minute")
                    .isOne();
        }
        assertThat(parked()).isEmpty();

        post.waits = "";
        storage.clock().advance(Duration.ofSeconds(30));
        storage.deliverNow(post);
        assertThat(post.taken).containsExactly("case 2 c", "case 1 a", "case 1 b");
    }

    @Test
    void waitingIsNoFailedTry() {
        var post = new Post("mail");
        append("mail", "case 1", "a");
        post.refuses = "a";
        storage.deliverNow(post);
        storage.clock().advance(Duration.ofSeconds(1));
        storage.deliverNow(post);
        post.waits = "a";
        for (int time = 0; time < 5; time++) {
            storage.clock().advance(Duration.ofSeconds(30));
            storage.deliverNow(post);
        }
        assertThat(parked()).isEmpty();

        post.waits = "";
        storage.clock().advance(Duration.ofSeconds(30));
        storage.deliverNow(post);
        assertThat(parked()).as("the third real failure").hasSize(1);
    }

    @Test
    void whatFollowsFromAMessageIsDeliveredToo() {
        var post = new Post("mail");
        OutboxConsumer steps = new OutboxConsumer() {
            @Override
            public String name() {
                return "steps";
            }

            @Override
            public void deliver(String subject, String payload) {
                append("mail", subject, payload + "!");
            }
        };
        append("steps", "case 1", "a");

        assertThat(storage.deliverNow(post, steps)).isEqualTo(2);
        assertThat(post.taken).containsExactly("case 1 a!");
    }

    @Test
    void onlyOneNodeWorksForAConsumerUntilItRestsOrIsGone() {
        var post = new Post("mail");
        var here = storage.courier(post, "here");
        var there = storage.courier(post, "there");
        append("mail", "case 1", "a");
        assertThat(here.carry()).isOne();
        append("mail", "case 1", "b");
        assertThat(there.carry()).as("here holds the lease").isZero();

        here.rest();
        assertThat(there.carry()).isOne();
        append("mail", "case 1", "c");
        storage.clock().advance(Duration.ofSeconds(80));
        assertThat(here.carry()).as("there may still be at work").isZero();
        storage.clock().advance(Duration.ofSeconds(11));
        assertThat(here.carry()).isOne();
        assertThat(post.taken).containsExactly("case 1 a", "case 1 b", "case 1 c");
    }

    @Test
    void aNodeThatWasKilledGoesOnAtOnceUnderItsName() {
        var post = new Post("mail");
        append("mail", "case 1", "a");
        storage.courier(post, "here").carry();
        append("mail", "case 1", "b");

        assertThat(storage.courier(post, "here").carry()).isOne();
    }

    @Test
    void manyMessagesAllArriveInTheOrderOfTheirCase() {
        var post = new Post("mail");
        storage.transactions().run(() -> {
            for (int i = 0; i < 130; i++) {
                storage.outbox().append("mail", "case " + i % 3, String.format("%03d", i));
            }
        });

        assertThat(storage.deliverNow(post)).isEqualTo(130);
        for (int subject = 0; subject < 3; subject++) {
            String prefix = "case " + subject;
            assertThat(post.taken.stream().filter(t -> t.startsWith(prefix))).isSorted();
        }
    }

    @Test
    void theMetricsTellWhatWaitsWhatWasGivenUpAndForHowLongTheNextIsDue() {
        var depth = new OutboxDepth(storage.transactions(), storage.database(), storage.clock());
        append("exchange", "case 1", "a");
        storage.transactions()
                .run(() -> storage.database()
                        .handle()
                        .execute("update outbox_message set parked = true where consumer = 'exchange'"));
        append("exchange", "case 2", "b");
        append("exchange", "case 3", "c");
        storage.clock().advance(Duration.ofSeconds(7));

        depth.look(List.of("exchange", "mail"));

        assertThat(depth.measures())
                .extracting(
                        Measure::name,
                        measure -> ((Measure.Level) measure)
                                .samples().stream()
                                        .map(sample -> sample.labels().get("consumer") + " " + sample.value())
                                        .toList())
                .containsExactly(
                        tuple("hall_outbox_messages", List.of("exchange 2.0", "mail 0.0")),
                        tuple("hall_outbox_parked", List.of("exchange 1.0", "mail 0.0")),
                        tuple("hall_outbox_behind_seconds", List.of("exchange 7.0", "mail 0.0")));
    }

    @Test
    void aMessageHasALargestSize() {
        append("mail", "case 1", "x".repeat(65_536));
        assertThatIllegalArgumentException().isThrownBy(() -> append("mail", "case 1", "x".repeat(65_537)));
    }

    private void append(String consumer, String subject, String payload) {
        storage.transactions().run(() -> storage.outbox().append(consumer, subject, payload));
    }

    private List<String> parked() {
        return storage.transactions()
                .read(() -> storage.database()
                        .handle()
                        .createQuery("select last_error from outbox_message where parked = true")
                        .mapTo(String.class)
                        .list());
    }
}
