package org.openhall.catalogue.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Query;
import org.openhall.api.catalogue.Deployed.Arrived;
import org.openhall.api.catalogue.Version;
import org.openhall.storage.Database;

/** Every version that ever came through the door: table {@code item_version}. */
public final class VersionTable {

    /** Of one line. */
    private static final int SHOWN = 20;

    private final Database database;

    /** Works on the open transaction. */
    public VersionTable(Database database) {
        this.database = database;
    }

    /**
     * Names a version.
     *
     * @param item key
     * @param version full
     * @param sha256 of its bundle
     */
    public record Key(String item, Version version, String sha256) {}

    /**
     * A version with its raw definition.
     *
     * @param key names it
     * @param definition as {@code ItemFiles} wrote it
     */
    public record Row(Key key, String definition) {}

    /** Writes a new version. */
    public void insert(Row row, Instant now, String by) {
        database.handle()
                .createUpdate("insert into item_version (item, line, micro, sha256, definition, entered_at, entered_by)"
                        + " values (:item, :line, :micro, :sha, :definition, :now, :by)")
                .bind("item", row.key().item())
                .bind("line", row.key().version().line())
                .bind("micro", row.key().version().micro())
                .bind("sha", row.key().sha256())
                .bind("definition", row.definition())
                .bind("now", now)
                .bind("by", by)
                .execute();
    }

    /** The newest versions of each line of these items with when and by whom they entered, newest first, by item. */
    public Map<String, List<Arrived>> arrived(Collection<String> items) {
        return items.isEmpty()
                ? Map.of()
                : database
                        .handle()
                        .createQuery("select item, line, micro, sha256, entered_at, entered_by from (select item, line,"
                                + " micro, sha256, entered_at, entered_by, row_number() over (partition by item, line"
                                + " order by micro desc) as place from item_version where item in (<items>)) newest"
                                + " where place <= :most")
                        .bindList("items", List.copyOf(items))
                        .bind("most", SHOWN)
                        .map((row, context) -> Map.entry(
                                row.getString("item"),
                                new Arrived(
                                        key(row).version(),
                                        row.getString("sha256"),
                                        row.getObject("entered_at", OffsetDateTime.class)
                                                .toInstant(),
                                        row.getString("entered_by"))))
                        .list()
                        .stream()
                        .sorted(Comparator.comparing(
                                (Map.Entry<String, Arrived> entry) ->
                                        entry.getValue().version(),
                                Comparator.reverseOrder()))
                        .collect(Collectors.groupingBy(
                                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** All versions, without their definitions. */
    public List<Key> keys() {
        return keys(database.handle().createQuery("select item, line, micro, sha256 from item_version"));
    }

    /** The versions that came in a bundle with these bytes. */
    public List<Key> ofBundle(String sha256) {
        return keys(database.handle()
                .createQuery("select item, line, micro, sha256 from item_version where sha256 = :sha")
                .bind("sha", sha256));
    }

    /** One version. */
    public Optional<Row> find(String item, Version version) {
        return database.handle()
                .createQuery("select sha256, definition from item_version"
                        + " where item = :item and line = :line and micro = :micro")
                .bind("item", item)
                .bind("line", version.line())
                .bind("micro", version.micro())
                .map((row, context) ->
                        new Row(new Key(item, version, row.getString("sha256")), row.getString("definition")))
                .findOne();
    }

    /** These versions with their definitions. */
    public List<Row> rows(List<Key> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        return database.handle()
                .createQuery("select item, line, micro, sha256, definition from item_version where sha256 in (<shas>)")
                .bindList("shas", keys.stream().map(Key::sha256).toList())
                .map((row, context) -> new Row(key(row), row.getString("definition")))
                .list();
    }

    private static List<Key> keys(Query query) {
        return query.map((row, context) -> key(row)).list();
    }

    private static Key key(ResultSet row) throws SQLException {
        return new Key(
                row.getString("item"),
                Version.parse(row.getString("line") + "." + row.getInt("micro")),
                row.getString("sha256"));
    }
}
