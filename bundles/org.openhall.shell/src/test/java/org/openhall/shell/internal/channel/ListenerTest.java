package org.openhall.shell.internal.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.shell.internal.client.Caller;
import org.openhall.shell.internal.client.Wire;

/** What somebody at the other end of the socket meets with. */
class ListenerTest {

    private static final Listener.Limits LIMITS = new Listener.Limits(2, Duration.ofSeconds(60));

    @TempDir
    Path home;

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private Path socket;

    /** Says what it was asked, slowly when asked to wait; "fail" fails. */
    private final class Echo implements Shells {

        @Override
        public Shell open(Wire.Greeting caller, PrintStream out, PrintStream errors) {
            return new Shell() {
                @Override
                public int run(String command) {
                    if (command.equals("wait")) {
                        begun.countDown();
                        await(mayEnd);
                    }
                    out.println("\u001b[1m" + command + "\u001b[0m 来自 " + caller.directory());
                    if (command.equals("fail")) {
                        errors.println("it failed");
                        return 1;
                    }
                    return 0;
                }

                @Override
                public void close() {
                    // has nothing open
                }
            };
        }
    }

    @BeforeEach
    void place() {
        socket = home.resolve(Wire.SOCKET);
    }

    @AfterEach
    void letEnd() {
        mayEnd.countDown();
    }

    private Listener open(Listener.Limits limits) throws IOException {
        return new Listener(socket, new Echo(), limits);
    }

    private Caller caller() {
        return new Caller(socket);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aCommandIsAnsweredWithoutColoursAndItsStatusComesBack() throws IOException {
        try (Listener listener = open(LIMITS)) {
            assertThat(listener).isNotNull();
            assertThat(caller().gives("hall:items")).isEqualTo(new Caller.Heard(0, "hall:items 来自 /from\n", ""));
            assertThat(caller().gives("fail")).isEqualTo(new Caller.Heard(1, "fail 来自 /from\n", "it failed\n"));
        }
    }

    @Test
    void linesAreCarriedOutUntilOneFails() throws IOException {
        try (Listener listener = open(LIMITS)) {
            assertThat(listener).isNotNull();
            assertThat(caller().types("one\n\n# a remark\nfail\nnever\n").status())
                    .isEqualTo(1);
            assertThat(caller().types("one\nfail\nnever\n").output())
                    .contains("one", "fail")
                    .doesNotContain("never");
            assertThat(caller().types("one\nexit\nnever\n")).isEqualTo(new Caller.Heard(0, "one 来自 /from\n", ""));
        }
    }

    @Test
    void onlyTheOwnerMayUseTheSocket() throws IOException {
        try (Listener listener = open(LIMITS)) {
            assertThat(listener).isNotNull();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket)))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket.getParent())))
                    .isEqualTo("rwx------");
        }
        assertThat(socket).doesNotExist();
    }

    @Test
    void aSocketThatAKilledHallLeftBehindIsReplaced() throws IOException {
        Files.createDirectories(socket.getParent());
        try (ServerSocketChannel killed = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            killed.bind(UnixDomainSocketAddress.of(socket));
        }
        assertThat(socket).exists();
        assertThat(caller().gives("x").errors()).contains("no hall answers on " + home);

        try (Listener listener = open(LIMITS)) {
            assertThat(listener).isNotNull();
            assertThat(caller().gives("x").status()).isZero();
        }
    }

    @Test
    void withoutAHallTheCallerIsToldSo() {
        Caller.Heard heard = caller().gives("hall:items");

        assertThat(heard.status()).isEqualTo(2);
        assertThat(heard.errors())
                .startsWith("hall: no hall answers on " + home)
                .contains("--home");
    }

    @Test
    void oneCallerTooManyIsTurnedAwayUntilAnotherHasEnded() throws Exception {
        try (Listener listener = open(new Listener.Limits(1, LIMITS.patience()))) {
            assertThat(listener).isNotNull();
            Thread first = new Thread(() -> caller().gives("wait"));
            first.start();
            await(begun);
            Caller.Heard refused = caller().gives("x");
            assertThat(refused.status()).isEqualTo(2);
            assertThat(refused.errors()).contains("already 1 others give commands");

            mayEnd.countDown();
            first.join(20_000);
            assertThat(succeeds()).isTrue();
        }
    }

    /** The place of the one before is free a moment after he was answered. */
    private boolean succeeds() throws InterruptedException {
        for (int tries = 0; tries < 200; tries++) {
            if (caller().gives("x").status() == 0) {
                return true;
            }
            Thread.sleep(20);
        }
        return false;
    }

    @Test
    void whoGivesNoCommandForTooLongIsCutOffAndToldWhy() throws IOException {
        try (Listener listener = open(new Listener.Limits(2, Duration.ofSeconds(2)))) {
            assertThat(listener).isNotNull();
            Caller.Heard heard = caller().types(List.of("one", "late"), Duration.ofSeconds(7));
            assertThat(heard.output()).contains("one").doesNotContain("late");
            assertThat(heard.errors()).contains("so the hall hung up");
        }
    }

    @Test
    void aCommandThatTakesLongIsNoIdleCaller() throws Exception {
        try (Listener listener = open(new Listener.Limits(2, Duration.ofSeconds(1)))) {
            assertThat(listener).isNotNull();
            Thread end = new Thread(() -> {
                await(begun);
                pause(3_000);
                mayEnd.countDown();
            });
            end.start();
            assertThat(caller().gives("wait").status()).isZero();
            end.join();
        }
    }

    @Test
    void aCommandThatIsTooLongAndWhoSpeaksSomethingElseAreRefused() throws IOException {
        try (Listener listener = open(LIMITS)) {
            assertThat(listener).isNotNull();
            Caller.Heard heard = caller().gives("x".repeat(Wire.LONGEST + 1));
            assertThat(heard.status()).isEqualTo(2);
            assertThat(heard.errors()).contains("at most " + Wire.LONGEST + " bytes");
            try (SocketChannel stranger = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
                stranger.write(java.nio.ByteBuffer.wrap("GET / HTTP/1.1\r\n\r\n".getBytes()));
                var answer = java.nio.ByteBuffer.allocate(1);
                stranger.read(answer);
                assertThat(answer.array()).containsExactly(Wire.BYE);
            }
            assertThat(caller().gives("x").status()).isZero();
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
