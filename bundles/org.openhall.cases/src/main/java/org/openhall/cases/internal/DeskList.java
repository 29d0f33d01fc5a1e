package org.openhall.cases.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The lists of the desk as SQL. Each goes through one index from where it is to begin, and no further than it is wanted. */
enum DeskList {
    OPEN("t.is_open = true", "t.due_at", "", "t.desk, t.is_open"),
    OPEN_NAMED("t.closed_by is null and t.is_open = true", "t.due_at", ""),
    MINE("t.claimant = :who and t.is_open = true", "t.due_at", "", "t.claimant, t.desk"),
    DONE("t.closed_by = :who", "t.closed_at", " desc", "t.closed_by, t.desk"),
    DONE_NAMED("t.closed_by = :who and t.is_open = false", "t.closed_at", " desc");

    private final String which;
    private final String by;
    private final String direction;
    private final String order;

    /** @param equal columns of the index that are the same in the whole list: H2 sees only by them that nothing has to be sorted */
    DeskList(String which, String by, String direction, String... equal) {
        this.which = which;
        this.by = by;
        this.direction = direction;
        this.order = Arrays.stream(
                        (String.join(", ", equal) + (equal.length == 0 ? "" : ", ") + by + ", t.id").split(", "))
                .map(column -> column + direction)
                .collect(Collectors.joining(", "));
    }

    /** What the list is ordered by, then by id. */
    String by() {
        return by;
    }

    /** Empty, or descending. */
    String direction() {
        return direction;
    }

    /** The condition for one of the posts, bound by its place. */
    static String ofPost(int place) {
        return "t.desk = :desk" + place;
    }

    /**
     * All posts in one order.
     *
     * @param columns with an alias task_id
     * @param tables with task as t
     * @param posts how many
     * @param after where to go on
     * @param more a further condition
     */
    String sql(String columns, String tables, int posts, Optional<Position> after, String more) {
        return sql(columns, tables, posts, after, more, order);
    }

    /** The same of a few tasks that {@code more} names by id: H2 would go through the whole list before it sorts three of them. */
    String few(String columns, String tables, int posts, Optional<Position> after, String more) {
        return sql(columns, tables, posts, after, more, by + direction + ", t.id" + direction);
    }

    private String sql(String columns, String tables, int posts, Optional<Position> after, String more, String sorted) {
        String beyond = direction.isEmpty() ? " > " : " < ";
        // two ranges of the index rather than one condition with "or"
        List<String> ranges = after.isEmpty()
                ? List.of("")
                : List.of(" and " + by + " = :at and t.id" + beyond + ":id", " and " + by + beyond + ":at");
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < posts; i++) {
            for (String range : ranges) {
                parts.add("select " + columns + ", " + by + " as ordered_by from " + tables + " where " + ofPost(i)
                        + " and " + which + range + more + " order by " + sorted + " limit :limit");
            }
        }
        return parts.size() == 1
                ? parts.get(0)
                // within a select, because H2 parses and plans a bare union each time
                : parts.stream().collect(Collectors.joining(") union all (", "select * from ((", ")) found"))
                        + " order by ordered_by" + direction + ", task_id" + direction + " limit :limit";
    }
}
