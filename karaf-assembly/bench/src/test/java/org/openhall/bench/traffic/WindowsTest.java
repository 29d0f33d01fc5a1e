package org.openhall.bench.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openhall.bench.item.ItemVersion;

class WindowsTest {

    private static final ItemVersion OLD = new ItemVersion(1, 0, 0);
    private static final ItemVersion NEW = new ItemVersion(1, 0, 1);

    private final Windows windows = new Windows();

    @Test
    void whileOneTakesOverEitherMayBeSeen() {
        windows.settle(OLD);
        windows.begin(NEW);
        long now = System.nanoTime();

        assertThat(windows.may("1.0.0", now, now)).isTrue();
        assertThat(windows.may("1.0.1", now, now)).isTrue();
    }

    @Test
    void onceItIsDoneTheOldOneIsWrongForWhoeverAsksThen() {
        windows.settle(OLD);
        long before = System.nanoTime();
        windows.settle(NEW);
        long after = System.nanoTime() + 1;

        assertThat(windows.may("1.0.0", after, after)).isFalse();
        assertThat(windows.may("1.0.0", before, after))
                .as("asked before it was done")
                .isTrue();
        assertThat(windows.may("1.0.1", after, after)).isTrue();
    }

    @Test
    void aVersionThatWasNeverBroughtInIsAlwaysWrong() {
        windows.settle(OLD);
        long now = System.nanoTime();

        assertThat(windows.may("1.0.1", now, now)).isFalse();
        assertThat(windows.ever("1.0.1")).isFalse();
    }

    @Test
    void anOldOneMayComeBack() {
        windows.settle(OLD);
        windows.settle(NEW);
        windows.settle(OLD);
        long now = System.nanoTime() + 1;

        assertThat(windows.may("1.0.0", now, now)).isTrue();
        assertThat(windows.may("1.0.1", now, now)).isFalse();
    }
}
