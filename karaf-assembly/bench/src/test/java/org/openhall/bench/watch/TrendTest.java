package org.openhall.bench.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.openhall.bench.watch.Trend.Sample;

class TrendTest {

    @Test
    void whatRisesByTwoASecondRisesByTwiceTheTime() {
        Trend trend = Trend.of(samples(0, 100, 10, at -> 5 + 2 * at));

        assertThat(trend.slope()).isEqualTo(2, within(1e-9));
        assertThat(trend.rise()).isEqualTo(200, within(1e-9));
        assertThat(trend.mean()).isEqualTo(105, within(1e-9));
        assertThat(trend.samples()).isEqualTo(11);
    }

    @Test
    void aSawThatComesBackEachTimeDoesNotRise() {
        Trend trend = Trend.of(samples(0, 999, 1, at -> at % 10));

        assertThat(trend.rise()).isEqualTo(0, within(0.1));
    }

    @Test
    void whatSettlesInTheFirstThirdIsFlat() {
        Trend trend = Trend.ofLastTwoThirds(samples(0, 300, 1, at -> Math.min(at, 100)));

        assertThat(trend.rise()).isEqualTo(0, within(1e-9));
        assertThat(trend.span()).isEqualTo(200);
        assertThat(Trend.of(samples(0, 300, 1, at -> Math.min(at, 100))).rise()).isGreaterThan(50);
    }

    @Test
    void oneSampleOrNoneOrAllAtOnePlaceHaveNoSlope() {
        assertThat(Trend.of(List.of()).rise()).isZero();
        assertThat(Trend.of(List.of(new Sample(3, 7))).rise()).isZero();
        assertThat(Trend.of(List.of(new Sample(3, 7), new Sample(3, 9))).slope())
                .isZero();
        assertThat(Trend.ofLastTwoThirds(List.of()).samples()).isZero();
    }

    @Test
    void aBoundIsAShareOrTheLeastOrSoMuchForEach() {
        Trend trend = Trend.of(samples(0, 100, 10, at -> 1000 + at));

        assertThat(Bound.flat(0.05, 4).allowed(trend)).isEqualTo(52.5, within(1e-9));
        assertThat(Bound.flat(0, 4).allowed(trend)).isEqualTo(4);
        assertThat(Bound.each(2).allowed(trend)).isEqualTo(200);
    }

    private static List<Sample> samples(int from, int until, int step, DoubleUnaryOperator figure) {
        List<Sample> samples = new ArrayList<>();
        for (int at = from; at <= until; at += step) {
            samples.add(new Sample(at, figure.applyAsDouble(at)));
        }
        return samples;
    }
}
