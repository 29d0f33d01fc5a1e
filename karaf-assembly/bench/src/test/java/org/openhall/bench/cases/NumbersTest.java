package org.openhall.bench.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumbersTest {

    @Test
    void whatIsMissingAndWhatCameTwiceIsCounted() {
        Numbers receipts = numbers(0, 50_000);
        Numbers stored = numbers(3, 50_000);
        stored.add(number(7));

        assertThat(receipts.missingIn(stored)).isEqualTo(3);
        assertThat(stored.missingIn(receipts)).isZero();
        assertThat(receipts.repeated()).isZero();
        assertThat(stored.repeated()).isEqualTo(1);
        assertThat(stored.size()).isEqualTo(49_998);
    }

    private static Numbers numbers(int from, int until) {
        var numbers = new Numbers();
        for (int i = from; i < until; i++) {
            numbers.add(number(i));
        }
        return numbers;
    }

    private static String number(int i) {
        return "341600-20261122-%06d".formatted(i);
    }
}
