package org.openhall.catalogue.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Query;
import org.openhall.api.catalogue.Deployments.Kind;
import org.openhall.api.catalogue.Deployments.Recorded;
import org.openhall.api.catalogue.Operator;
import org.openhall.api.catalogue.Version;
import org.openhall.storage.Database;

/** What was done about deployed items: table {@code deployment_act}. */
public final class ActTable {

    /** Between a report and the same in Chinese; no line has it. */
    private static final String CHINESE = "\f";

    private static final int LONGEST_ITEM = 200;
    private static final int LONGEST_REPORT = 60_000;
    private static final int LONGEST_DEPARTMENTS = 2_000;

    private final Database database;

    /** Works on the open transaction. */
    public ActTable(Database database) {
        this.database = database;
    }

    /**
     * An act to be recorded.
     *
     * @param item key, or the file's name
     * @param version concerned
     * @param kind what was done
     * @param before which version was in its place; what a rollback goes back to
     * @param report one line each
     * @param chinese the same in Chinese, when it is not made of sentences that are read back
     */
    public record Act(
            String item,
            Optional<Version> version,
            Kind kind,
            Optional<Version> before,
            List<String> report,
            List<String> chinese) {

        /** An act whose report can be read back. */
        public Act(String item, Optional<Version> version, Kind kind, Optional<Version> before, List<String> report) {
            this(item, version, kind, before, report, List.of());
        }
    }

    /**
     * An act as it was recorded.
     *
     * @param recorded the act
     * @param departments whose administrators see it although the item is not deployed
     */
    public record Found(Recorded recorded, Set<String> departments) {}

    /** Records an act. */
    public void insert(Act act, Operator by, Instant now) {
        database.handle()
                .createUpdate("insert into deployment_act (item, version, kind, at, account_id, by_name,"
                        + " before_version, departments, report) values (:item, :version, :kind, :now, :account,"
                        + " :by, :before, :departments, :report)")
                .bind("item", cut(act.item(), LONGEST_ITEM))
                .bind("version", act.version().map(Version::toString).orElse(""))
                .bind("kind", act.kind().name())
                .bind("now", now)
                .bind("account", by.account().orElse(null))
                .bind("by", by.name())
                .bind("before", act.before().map(Version::toString).orElse(""))
                .bind("departments", departments(by))
                .bind("report", report(act))
                .execute();
    }

    /** Acts older than one, newest first; only those of these items and those of no deployed item, when items are given. */
    public List<Found> before(long id, Optional<String> item, Optional<Collection<String>> items, int limit) {
        boolean among = items.filter(some -> !some.isEmpty()).isPresent();
        String of = item.isPresent() ? " and item = :item" : "";
        String visible =
                items.isEmpty() ? "" : " and (departments <> ''" + (among ? " or item in (<items>)" : "") + ")";
        Query query = database.handle()
                .createQuery(
                        "select id, item, version, kind, at, account_id, by_name, departments, report from deployment_act"
                                + " where id < :id" + of + visible + " order by id desc limit :limit")
                .bind("id", id)
                .bind("limit", limit);
        item.ifPresent(key -> query.bind("item", key));
        if (among) {
            query.bindList("items", List.copyOf(items.get()));
        }
        return query.map((row, context) -> found(row)).list();
    }

    /** Of each version that was activated, the version that was in its place before the last time; by item. */
    public Map<String, Map<Version, Optional<Version>>> replaced(Collection<String> items) {
        Map<String, Map<Version, Optional<Version>>> replaced = new HashMap<>();
        for (Turn turn : latest(items, "kind = 'ACTIVATED' and before_version <> version", "item, version")) {
            turn.version()
                    .ifPresent(version -> replaced.computeIfAbsent(turn.item(), key -> new HashMap<>())
                            .put(version, turn.before()));
        }
        return replaced;
    }

    /** The version that took filings before the last act that ended it, by item. */
    public Map<String, Version> tookLast(Collection<String> items) {
        Map<String, Version> took = new HashMap<>();
        String ended = "before_version <> '' and kind in ('ACTIVATED', 'ROLLED_BACK', 'RETIRED')";
        for (Turn turn : latest(items, ended, "item")) {
            turn.before().ifPresent(before -> took.put(turn.item(), before));
        }
        return took;
    }

    private record Turn(String item, Optional<Version> version, Optional<Version> before) {}

    private List<Turn> latest(Collection<String> items, String which, String by) {
        return items.isEmpty()
                ? List.of()
                : database.handle()
                        .createQuery("select item, version, before_version from deployment_act where id in (select"
                                + " max(id) from deployment_act where item in (<items>) and " + which + " group by "
                                + by + ")")
                        .bindList("items", List.copyOf(items))
                        .map((row, context) -> new Turn(
                                row.getString("item"),
                                version(row.getString("version")),
                                version(row.getString("before_version"))))
                        .list();
    }

    private static Found found(ResultSet row) throws SQLException {
        String departments = row.getString("departments");
        long account = row.getLong("account_id");
        Optional<Long> by = row.wasNull() ? Optional.empty() : Optional.of(account);
        String[] report = row.getString("report").split(CHINESE, 2);
        return new Found(
                new Recorded(
                        row.getLong("id"),
                        row.getString("item"),
                        Optional.of(row.getString("version")).filter(version -> !version.isEmpty()),
                        Kind.valueOf(row.getString("kind")),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        by,
                        row.getString("by_name"),
                        report[0].lines().toList(),
                        report.length > 1 ? report[1].lines().toList() : List.of()),
                departments.isEmpty() ? Set.of() : Set.of(departments.split(" ")));
    }

    private static String report(Act act) {
        String report = lines(act.report()) + (act.chinese().isEmpty() ? "" : CHINESE + lines(act.chinese()));
        return cut(report, LONGEST_REPORT);
    }

    private static String lines(List<String> report) {
        return report.stream().map(ActTable::plain).collect(Collectors.joining("\n"));
    }

    private static Optional<Version> version(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(Version.parse(text));
    }

    /** All of them or none: a part would show the act to people of another circle. */
    private static String departments(Operator by) {
        String joined = String.join(
                " ", by.departments().orElse(Set.of()).stream().sorted().toList());
        return joined.length() <= LONGEST_DEPARTMENTS ? joined : "";
    }

    /** One line, without what PostgreSQL does not store: what a refused bundle calls its files may be anything. */
    private static String plain(String line) {
        return line.replaceAll("\\p{Cntrl}", " ");
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
