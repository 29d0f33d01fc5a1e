package org.openhall.items.advertising.expert;

import java.util.List;
import org.openhall.item.Application;
import org.openhall.item.Finding;
import org.openhall.item.ItemRule;
import org.openhall.item.Rule;
import org.osgi.service.component.annotations.Component;

/** Tells the expert beforehand that there is no report to look into (assumption of the sample, see README). */
@Component
@ItemRule("report-at-hand")
public final class ReportAtHandRule implements Rule {

    private static final String REPORT = "structure-report";

    @Override
    public List<Finding> check(Application application) {
        return application.has(REPORT) ? List.of() : List.of(Finding.flags("/materials/" + REPORT, "report.lacking"));
    }
}
