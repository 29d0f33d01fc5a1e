package org.openhall.catalogue.internal.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

class GateTest {

    private static final Duration AT_ONCE = Duration.ZERO;

    private final Semaphore all = new Semaphore(3);
    private long now;
    private final Gate gate = new Gate(2, all, 2, () -> now);

    @Test
    void oneVersionTakesNoMoreThanItsShare() {
        assertThat(gate.enter(AT_ONCE)).isTrue();
        assertThat(gate.enter(AT_ONCE)).isTrue();
        assertThat(gate.enter(AT_ONCE)).isFalse();
        gate.leave();
        assertThat(gate.enter(AT_ONCE)).isTrue();
    }

    @Test
    void allVersionsTogetherTakeNoMoreThanThereIs() {
        Gate other = new Gate(3, all, 2, () -> now);
        assertThat(gate.enter(AT_ONCE)).isTrue();
        assertThat(other.enter(AT_ONCE)).isTrue();
        assertThat(other.enter(AT_ONCE)).isTrue();
        assertThat(other.enter(AT_ONCE)).isFalse();
        assertThat(gate.enter(AT_ONCE)).isFalse();
        other.leave();
        assertThat(gate.enter(AT_ONCE)).isTrue();
    }

    @Test
    void theBreakerOpensWhenThreadsDoNotComeBackAndClosesWhenTheyDo() {
        gate.lost();
        assertThat(gate.open()).isFalse();
        gate.lost();
        assertThat(gate.open()).isTrue();
        now += Duration.ofHours(1).toNanos();
        assertThat(gate.open()).isTrue();
        gate.cameBack();
        assertThat(gate.open()).isFalse();
    }

    @Test
    void theBreakerOpensForAMinuteWhenCallsAreGivenUpAgainAndAgain() {
        gaveUp();
        now += Duration.ofSeconds(30).toNanos();
        gaveUp();
        assertThat(gate.open()).isTrue();
        assertThat(gate.enter(AT_ONCE)).isFalse();
        now += Duration.ofSeconds(31).toNanos();
        assertThat(gate.open()).isFalse();
    }

    @Test
    void oneCallThatMustBeStoppedByForceIsEnough() {
        gate.unbearable();
        assertThat(gate.open()).isTrue();
        now += Duration.ofMinutes(5).toNanos();
        assertThat(gate.open()).isFalse();
    }

    @Test
    void whoMustBeStoppedAgainWaitsTwiceAsLongEachTime() {
        gate.unbearable();
        gate.unbearable();
        now += Duration.ofMinutes(5).toNanos();
        assertThat(gate.open()).isFalse();

        gate.unbearable();
        now += Duration.ofMinutes(5).toNanos();
        assertThat(gate.open()).isTrue();
        now += Duration.ofMinutes(5).toNanos();
        assertThat(gate.open()).isFalse();

        for (int i = 0; i < 20; i++) {
            gate.unbearable();
            now += Duration.ofHours(1).toNanos();
            assertThat(gate.open()).as("an hour at most").isFalse();
        }
    }

    @Test
    void afterAnHourWithoutOneItIsFiveMinutesAgain() {
        gate.unbearable();
        now += Duration.ofMinutes(5).toNanos();
        gate.unbearable();
        now += Duration.ofMinutes(71).toNanos();
        gate.unbearable();
        now += Duration.ofMinutes(5).toNanos();
        assertThat(gate.open()).isFalse();
    }

    @Test
    void anAdministratorAlsoForgivesWhatHadToBeStopped() {
        gate.unbearable();
        gate.reset();
        assertThat(gate.open()).isFalse();
    }

    private void gaveUp() {
        gate.lost();
        gate.cameBack();
    }

    @Test
    void anAdministratorClosesItByHandAndLostThreadsNoLongerCount() {
        gate.lost();
        gate.lost();
        gate.reset();
        assertThat(gate.open()).isFalse();
        assertThat(gate.lostThreads()).isEqualTo(2);
        gate.cameBack();
        gate.lost();
        gate.lost();
        assertThat(gate.open()).isTrue();
    }
}
