package org.openhall.items.advertising;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openhall.item.Application;
import org.openhall.item.Finding;
import org.openhall.item.ItemRule;
import org.openhall.item.Rule;
import org.osgi.service.component.annotations.Component;

/** The advertising must come down after it went up. */
@Component
@ItemRule("period")
public final class PeriodRule implements Rule {

    @Override
    public List<Finding> check(Application application) {
        Optional<LocalDate> from = application.answers().text("/from").map(LocalDate::parse);
        Optional<LocalDate> until = application.answers().text("/until").map(LocalDate::parse);
        boolean wrong = from.isPresent() && until.isPresent() && !until.get().isAfter(from.get());
        return wrong ? List.of(Finding.blocks("/until", "rule.period.order")) : List.of();
    }
}
