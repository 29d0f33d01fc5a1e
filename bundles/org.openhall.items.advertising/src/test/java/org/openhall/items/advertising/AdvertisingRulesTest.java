package org.openhall.items.advertising;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openhall.item.Finding;
import org.openhall.testkit.SampleApplication;

class AdvertisingRulesTest {

    private final SampleApplication small = SampleApplication.of("outdoor-advertising")
            .with("mounting", "wall")
            .with("width", 5)
            .with("height", 4);

    @Test
    void aSignOfTwentySquareMetresOnAWallNeedsNoReport() {
        assertThat(new StructureReportRule().check(small)).isEmpty();
    }

    @Test
    void aLargerSignIsReturnedWithoutTheReport() {
        assertThat(new StructureReportRule().check(small.with("width", "5.01".transform(java.math.BigDecimal::new))))
                .containsExactly(Finding.blocks("/materials/structure-report", "rule.structure.missing", "20.04"));
    }

    @Test
    void aSignOnARoofWithTheReportIsShownToTheOfficial() {
        assertThat(new StructureReportRule()
                        .check(small.with("mounting", "roof").withFile("structure-report")))
                .containsExactly(Finding.flags("/materials/structure-report", "rule.structure.check", "20"));
    }

    @Test
    void anEndBeforeTheBeginningIsReturned() {
        SampleApplication dated = small.with("from", "2027-01-01");

        assertThat(new PeriodRule().check(dated.with("until", "2027-01-01")))
                .containsExactly(Finding.blocks("/until", "rule.period.order"));
        assertThat(new PeriodRule().check(dated.with("until", "2027-01-02"))).isEmpty();
    }

    @Test
    void aBeginningBeforeTheFilingIsShownToTheOfficial() {
        SampleApplication dated = small.with("until", "2027-01-01");

        assertThat(new PeriodRule().check(dated.with("from", "2026-11-19")))
                .containsExactly(Finding.flags("/from", "rule.period.past"));
        assertThat(new PeriodRule().check(dated.with("from", "2026-11-20"))).isEmpty();
    }
}
