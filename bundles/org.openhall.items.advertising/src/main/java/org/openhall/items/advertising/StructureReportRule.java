package org.openhall.items.advertising;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.openhall.item.Answers;
import org.openhall.item.Application;
import org.openhall.item.Finding;
import org.openhall.item.ItemRule;
import org.openhall.item.Rule;
import org.osgi.service.component.annotations.Component;

/** Asks for a report on structural safety on roofs and above 20 square metres (assumptions of the sample, see README). */
@Component
@ItemRule("structure-report")
public final class StructureReportRule implements Rule {

    private static final BigDecimal LARGE = BigDecimal.valueOf(20);
    private static final String REPORT = "structure-report";

    @Override
    public List<Finding> check(Application application) {
        Optional<BigDecimal> area = area(application.answers());
        boolean needed = "roof".equals(application.answers().text("/mounting").orElse(""))
                || area.filter(squareMetres -> squareMetres.compareTo(LARGE) > 0)
                        .isPresent();
        if (!needed) {
            return List.of();
        }
        String shown = area.map(BigDecimal::toPlainString).orElse("?");
        return List.of(
                application.has(REPORT)
                        ? Finding.flags("/materials/" + REPORT, "rule.structure.check", shown)
                        : Finding.blocks("/materials/" + REPORT, "rule.structure.missing", shown));
    }

    private static Optional<BigDecimal> area(Answers answers) {
        return answers.number("/width")
                .flatMap(width -> answers.number("/height").map(width::multiply))
                .map(area -> area.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros());
    }
}
