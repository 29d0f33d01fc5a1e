package org.openhall.items.advertising.expert;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openhall.item.Finding;
import org.openhall.testkit.SampleApplication;

class ReportAtHandRuleTest {

    private final SampleApplication filed = SampleApplication.of("outdoor-advertising");

    @Test
    void anApplicationWithTheReportIsLeftAlone() {
        assertThat(new ReportAtHandRule().check(filed.withFile("structure-report")))
                .isEmpty();
    }

    @Test
    void withoutTheReportTheExpertIsToldAndNobodyIsSentBack() {
        assertThat(new ReportAtHandRule().check(filed.withFile("design-drawing")))
                .containsExactly(Finding.flags("/materials/structure-report", "report.lacking"))
                .noneMatch(Finding::blocks);
    }
}
