package org.openhall.bench.item;

import java.util.Arrays;
import java.util.List;
import org.openhall.item.Application;
import org.openhall.item.Finding;
import org.openhall.item.Rule;

/** Answers with a finding that has no text, a place that is none, and nothing at all. */
public final class NonsenseRule implements Rule {

    @Override
    public List<Finding> check(Application application) {
        if (!Trouble.WORD.equals(application.answers().text("/remark").orElse(""))) {
            return List.of();
        }
        return Arrays.asList(Finding.flags("not/a/pointer", "no.such.text"), null);
    }
}
