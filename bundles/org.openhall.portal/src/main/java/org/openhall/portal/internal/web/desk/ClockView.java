package org.openhall.portal.internal.web.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhall.api.cases.CaseFile;
import org.openhall.api.cases.CaseFile.Task;
import org.openhall.api.cases.ClockReading;
import org.openhall.api.cases.Desk;
import org.openhall.portal.internal.view.Words;

/** The clock of the official's step, and that of the whole case. */
final class ClockView {

    private ClockView() {}

    static Map<String, Object> of(CaseFile file, Optional<Task> task, Optional<Desk.Row> row, CaseWords words) {
        Words hall = words.hall();
        ClockReading whole = file.clock();
        List<String> lines = new ArrayList<>();
        task.flatMap(Task::due)
                .ifPresent(due -> lines.add(
                        words.text("desk.clock.step", words.step(task.get().step()), hall.date(due))));
        String limit = hall.limit(whole.limit());
        lines.add(words.text(
                "desk.clock." + whole.state().name().toLowerCase(java.util.Locale.ROOT),
                limit,
                whole.due().map(hall::date).orElse("")));
        if (file.head().state().ended()) {
            return Map.of("ended", words.state(file.head().state()), "lines", lines);
        }
        ClockReading shown = row.map(Desk.Row::clock).orElse(whole);
        return Map.of("due", Map.of("state", hall.dueState(shown), "text", hall.left(shown)), "lines", lines);
    }
}
