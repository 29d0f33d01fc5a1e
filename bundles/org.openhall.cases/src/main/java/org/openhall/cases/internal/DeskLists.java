package org.openhall.cases.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.openhall.api.cases.CaseFile.Task;
import org.openhall.api.cases.Desk.Count;
import org.openhall.api.cases.Desk.Query;
import org.openhall.api.cases.Desk.Row;
import org.openhall.api.catalogue.Limit;
import org.openhall.api.paging.Page;
import org.openhall.api.users.Account;
import org.openhall.api.users.Post;
import org.openhall.cases.internal.DeskTable.Entry;
import org.openhall.cases.internal.DeskTable.Wanted;
import org.openhall.storage.Database;

/** What lies on an official's desk, in the open transaction. */
final class DeskLists {

    private static final int SOON = 3;

    private final DeskTable table;
    private final LargeCounts large = new LargeCounts();
    private final CaseReader reader;
    private final HallCalendar calendar;
    private final Clock clock;

    DeskLists(Database database, CaseReader reader, HallCalendar calendar, Clock clock) {
        this.table = new DeskTable(database);
        this.reader = reader;
        this.calendar = calendar;
        this.clock = clock;
    }

    Page<Row> tasks(Account official, Query query) {
        int most = Position.limit(query.limit());
        List<Post> posts = posts(official).stream()
                .filter(post -> query.stage().isEmpty() || query.stage().equals(post.post()))
                .toList();
        if (posts.isEmpty()) {
            return new Page<>(List.of(), Optional.empty());
        }
        Wanted wanted = new Wanted(posts, query.words().strip(), most + 1, Position.parse(query.after()));
        return switch (query.state()) {
            case "", "open" -> byDueDate(table.open(wanted, Optional.empty()), most);
            case "mine" -> byDueDate(table.open(wanted, Optional.of(official.id())), most);
            case "done" -> Position.page(rows(table.done(wanted, official.id())), most, DeskLists::closed);
            default -> throw new IllegalArgumentException("state is open, mine or done: " + query.state());
        };
    }

    Map<String, Count> counts(Account official) {
        Map<String, Count> counts = new LinkedHashMap<>();
        if (posts(official).isEmpty()) {
            return counts;
        }
        LocalDate today = clock.instant().atZone(clock.getZone()).toLocalDate();
        Instant overdue = calendar.replay().end(today);
        Instant soon = calendar.replay().end(calendar.days().after(today, SOON, Limit.Unit.WORKING));
        posts(official).forEach(post -> counts.put(post.post(), new Count(0, 0, 0, 0)));
        large.of(posts(official), () -> table.counts(posts(official), overdue, soon))
                .forEach((post, many) -> counts.put(post, new Count(many[0], many[1], many[2], many[3])));
        return counts;
    }

    /** The posts of an official; whoever is none has none. */
    static List<Post> posts(Account account) {
        return account.official() ? account.posts() : List.of();
    }

    private Page<Row> byDueDate(List<Entry> found, int most) {
        return Position.page(rows(found), most, DeskLists::due);
    }

    private List<Row> rows(List<Entry> found) {
        List<Task> named = reader.named(found.stream().map(Entry::task).toList());
        Instant now = clock.instant();
        return IntStream.range(0, found.size())
                .mapToObj(i -> new Row(
                        found.get(i).head(), named.get(i), found.get(i).clock().read(calendar.replay(), now)))
                .toList();
    }

    private static String due(Row row) {
        return new Position(row.task().due().orElse(TaskTable.NEVER), row.task().id()).toString();
    }

    private static String closed(Row row) {
        return new Position(row.task().closedAt().orElseThrow(), row.task().id()).toString();
    }
}
