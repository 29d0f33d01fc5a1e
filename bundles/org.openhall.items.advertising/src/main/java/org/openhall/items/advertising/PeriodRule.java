package org.openhall.items.advertising;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.openhall.item.Application;
import org.openhall.item.Finding;
import org.openhall.item.ItemRule;
import org.openhall.item.Rule;
import org.osgi.service.component.annotations.Component;

/** The advertising must come down after it went up; officials are told when it shall have gone up already. */
@Component
@ItemRule("period")
public final class PeriodRule implements Rule {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    @Override
    public List<Finding> check(Application application) {
        Optional<LocalDate> from = application.answers().text("/from").map(LocalDate::parse);
        Optional<LocalDate> until = application.answers().text("/until").map(LocalDate::parse);
        if (from.isPresent() && until.isPresent() && !until.get().isAfter(from.get())) {
            return List.of(Finding.blocks("/until", "rule.period.order"));
        }
        LocalDate filed = LocalDate.ofInstant(application.filedAt(), CHINA);
        return from.filter(day -> day.isBefore(filed)).isPresent()
                ? List.of(Finding.flags("/from", "rule.period.past"))
                : List.of();
    }
}
