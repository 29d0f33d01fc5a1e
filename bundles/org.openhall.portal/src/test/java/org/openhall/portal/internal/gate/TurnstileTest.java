package org.openhall.portal.internal.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** Who gets into the hall, and who waits for whom. */
class TurnstileTest {

    private static final Passage.Moment NOTHING = () -> false;

    private final Turnstile turnstile = new Turnstile(1, 500);

    @Test
    void whoIsOneTooManyIsToldSoAfterAMoment() {
        assertThat(turnstile.enter()).isTrue();
        Instant asked = Instant.now();

        assertThat(turnstile.enter()).isFalse();

        assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void whoFindsTheLineFullIsToldSoAtOnce() throws Exception {
        var patient = new Turnstile(1, 60_000);
        assertThat(patient.enter()).isTrue();
        var answers = new LinkedBlockingQueue<Boolean>();
        for (int i = 0; i < 3; i++) {
            new Thread(() -> answers.add(patient.enter())).start();
        }

        assertThat(answers.poll(20, TimeUnit.SECONDS)).isFalse();
        assertThat(answers.poll(20, TimeUnit.SECONDS)).isFalse();
        patient.leave();
        assertThat(answers.poll(20, TimeUnit.SECONDS)).as("who stood in line").isTrue();
    }

    @Test
    void whoStandsInLineGetsThePlaceThatBecomesFree() throws Exception {
        var patient = new Turnstile(1, 60_000);
        assertThat(patient.enter()).isTrue();
        CompletableFuture<Boolean> inLine = CompletableFuture.supplyAsync(patient::enter);
        Thread.sleep(50);
        patient.leave();

        assertThat(inLine.get(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whoWaitsForHisClientKeepsNobodyOut() throws IOException {
        var first = entered();
        int read = first.await(
                () -> {
                    var second = entered();
                    second.end();
                    return 7;
                },
                NOTHING);

        assertThat(read).isEqualTo(7);
        assertThat(turnstile.enter()).as("the first is inside again").isFalse();
        first.end();
        assertThat(turnstile.enter()).isTrue();
    }

    @Test
    void moreThanSoManyDoNotWaitForTheirClients() throws IOException {
        var first = entered();
        first.await(
                () -> {
                    var second = entered();
                    assertThatThrownBy(() -> second.await(() -> 1, NOTHING)).isInstanceOf(HallBusy.class);
                    second.end();
                    return 1;
                },
                NOTHING);
        first.end();

        assertThat(turnstile.enter()).as("every place was given back").isTrue();
    }

    @Test
    void whoOnlySendsKeepsNobodyOut() {
        var first = entered();
        first.onlySends();
        var second = entered();
        first.end();
        second.end();

        assertThat(turnstile.enter()).isTrue();
        assertThat(turnstile.waitAside()).isTrue();
    }

    @Test
    void aBodyThatTricklesIsGivenUp() {
        Passage passage = entered();
        var body = new PatientBody(new Trickle(), -1, passage, new Pace(passage, TimeUnit.MILLISECONDS.toNanos(1_200)));
        Instant began = Instant.now();

        assertThatThrownBy(body::readAllBytes).isInstanceOf(SlowClient.class);

        assertThat(Duration.between(began, Instant.now())).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(20));
    }

    @Test
    void aClientThatSendsNothingAnyMoreIsTooSlow() {
        var body = new PatientBody(
                new Trickle() {
                    @Override
                    public int read(byte[] buffer, int from, int length) throws IOException {
                        throw new IOException(new TimeoutException("Idle timeout"));
                    }
                },
                -1,
                entered());

        assertThatThrownBy(() -> body.read(new byte[10], 0, 10)).isInstanceOf(SlowClient.class);
    }

    @Test
    void aBodyThatHasArrivedIsReadToItsEndWithoutWaiting() throws IOException {
        assertThat(turnstile.waitAside()).isTrue();
        var body = new PatientBody(new Arrived("all of it"), 9, entered());

        assertThat(new String(body.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("all of it");
    }

    @Test
    void whoTakesHisAnswerTooSlowlyIsGivenUp() {
        Passage passage = entered();
        var answer =
                new PatientAnswer(new SlowTaker(), passage, new Pace(passage, TimeUnit.MILLISECONDS.toNanos(1_200)));

        assertThatThrownBy(() -> {
                    for (int i = 0; i < 200; i++) {
                        answer.write('x');
                    }
                })
                .isInstanceOf(SlowClient.class);
    }

    @Test
    void aLongAnswerIsSentFromAside() throws IOException {
        Passage passage = entered();
        new PatientAnswer(new SlowTaker(), passage).write(new byte[17 * 1024], 0, 17 * 1024);

        assertThat(turnstile.enter()).isTrue();
    }

    private Passage entered() {
        assertThat(turnstile.enter()).isTrue();
        return new Passage(turnstile);
    }

    /** One byte every tenth of a second. */
    private static class Trickle extends ServletInputStream {

        @Override
        public int read() throws IOException {
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            return 'x';
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            buffer[from] = (byte) read();
            return 1;
        }

        @Override
        public int available() {
            return 0;
        }

        @Override
        public boolean isFinished() {
            return false;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
        }
    }

    /** A body of which the end, as in Jetty, is known only when it was read. */
    private static final class Arrived extends Trickle {

        private final ByteArrayInputStream bytes;

        Arrived(String text) {
            bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public int read(byte[] buffer, int from, int length) {
            return bytes.read(buffer, from, length);
        }

        @Override
        public int available() {
            return bytes.available();
        }
    }

    /** Takes a tenth of a second for whatever it is given. */
    private static final class SlowTaker extends ServletOutputStream {

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] buffer, int from, int length) throws IOException {
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
