package org.openhall.portal.internal.web.desk;

import java.util.List;
import java.util.Optional;
import org.openhall.api.cases.CaseFile.Task;
import org.openhall.api.cases.Desk;
import org.openhall.api.users.Account;

/**
 * Where a case stands among the tasks the official can go on with, those due first in front.
 *
 * @param row of the case itself; empty when it is not among the first hundred, or nothing of it is to be done
 * @param previous number of the case before it
 * @param next number of the case after it; for a case that is not among them the first one
 */
record Position(Optional<Desk.Row> row, Optional<String> previous, Optional<String> next) {

    private static final int LOOKED_THROUGH = 100;

    static Position of(Desk desk, Account official, String number, Optional<Task> task) {
        List<Desk.Row> rows = desk
                .tasks(
                        official,
                        new Desk.Query(task.map(Task::post).orElse(""), "open", "", LOOKED_THROUGH, Optional.empty()))
                .entries()
                .stream()
                .filter(row -> row.task().claimant().isEmpty()
                        || row.task().claimant().get().equals(official.id()))
                .toList();
        int at = -1;
        for (int i = 0; i < rows.size(); i++) {
            long id = rows.get(i).task().id();
            at = task.filter(own -> own.id() == id).isPresent() ? i : at;
        }
        int here = at;
        return new Position(
                here < 0 ? Optional.empty() : Optional.of(rows.get(here)),
                here < 0 ? Optional.empty() : other(rows.subList(0, here), number, true),
                other(rows.subList(here + 1, rows.size()), number, false));
    }

    /** The nearest row of another case. */
    private static Optional<String> other(List<Desk.Row> rows, String number, boolean fromTheEnd) {
        var others = rows.stream().map(row -> row.head().number()).filter(found -> !found.equals(number));
        return fromTheEnd ? others.reduce((first, last) -> last) : others.findFirst();
    }
}
