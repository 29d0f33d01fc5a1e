package org.openhall.api.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openhall.api.metrics.Measure.Sample;

class TallyTest {

    @Test
    void countsByLabels() {
        Tally tally = new Tally("hall_acts", "Acts.", "item", "outcome");

        tally.count("parking", "approve");
        tally.count("parking", "approve");
        tally.count(3, "parking", "refuse");

        assertThat(tally.measure().samples())
                .containsExactlyInAnyOrder(
                        new Sample(Map.of("item", "parking", "outcome", "approve"), 2),
                        new Sample(Map.of("item", "parking", "outcome", "refuse"), 3));
    }

    @Test
    void whatHasNoLabelsIsZeroFromTheStart() {
        assertThat(new Tally("hall_uploads", "Uploads.").measure().samples()).containsExactly(new Sample(Map.of(), 0));
    }

    @Test
    void valuesWithoutEndDoNotFillTheMemory() {
        Tally tally = new Tally("hall_acts", "Acts.", "item");

        for (int i = 0; i < 5_000; i++) {
            tally.count("item-" + i);
        }

        assertThat(tally.measure().samples())
                .hasSizeLessThanOrEqualTo(1_001)
                .contains(new Sample(Map.of("item", "other"), 4_000));
    }
}
