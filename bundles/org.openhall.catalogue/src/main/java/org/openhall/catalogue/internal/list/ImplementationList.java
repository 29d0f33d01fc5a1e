package org.openhall.catalogue.internal.list;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openhall.api.catalogue.Implementation;
import org.openhall.api.catalogue.ItemList;
import org.openhall.api.catalogue.ItemQuery;
import org.openhall.api.json.Json;
import org.openhall.api.paging.Page;
import org.openhall.api.storage.Transactions;
import org.openhall.catalogue.internal.Shelf;
import org.openhall.catalogue.internal.Snapshot;
import org.openhall.catalogue.internal.list.ImplementationTable.Entry;
import org.openhall.storage.Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The implementation list: finds rows, takes them over from other lists, and links them to the items that serve them. */
@Component(service = ImplementationList.class)
public final class ImplementationList {

    private static final int MOST_ROWS = 1_000;
    private static final int MOST_CODES = 500;
    private static final int LONGEST_QUESTION = 500;
    private static final int LONGEST_CODE = 80;

    /** Pages of the list that are kept for a moment: each has up to a hundred rows. */
    private static final int PAGES = 64;

    /** Rows that are kept for a moment: each with its facts, which may be long. */
    private static final int ROWS = 128;

    private final Transactions transactions;
    private final ImplementationTable table;
    private final SearchTable search;
    private final Shelf shelf;
    private final Clock clock;
    private final Recent<ItemQuery, ItemList> pages = new Recent<>(PAGES);
    private final Recent<String, Implementation> rows = new Recent<>(ROWS);
    private final Recent<Integer, List<ItemList.Facet>> themes = new Recent<>(1);
    private final Recent<Integer, List<Implementation>> popular = new Recent<>(1);

    @Activate
    public ImplementationList(
            @Reference Transactions transactions,
            @Reference Database database,
            @Reference Json json,
            @Reference Shelf shelf,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.table = new ImplementationTable(database, json);
        this.search = new SearchTable(database, table.rows());
        this.shelf = shelf;
        this.clock = clock;
    }

    public ItemList search(ItemQuery query) {
        return pages.get(query, () -> found(query));
    }

    private ItemList found(ItemQuery query) {
        Conditions conditions = new Conditions(new ItemQuery(
                question(query.words()),
                query.regions(),
                query.departments(),
                query.subjects(),
                query.themes(),
                query.powerTypes(),
                query.online(),
                query.limit(),
                query.after()));
        Cursor after = Cursor.of(query.after());
        int limit = bounded(query.limit(), 100);
        return transactions.read(() -> {
            List<Implementation> rows = search.page(conditions, after, limit);
            List<Implementation> shown = rows.subList(0, Math.min(limit, rows.size()));
            Optional<String> next =
                    rows.size() > limit ? Optional.of(Cursor.after(shown.get(limit - 1))) : Optional.empty();
            return new ItemList(new Page<>(shown, next), search.count(conditions), search.facets(conditions));
        });
    }

    public List<Implementation> suggest(String words, int limit) {
        return transactions.read(() -> search.suggest(question(words), bounded(limit, 20)));
    }

    public List<ItemList.Facet> themes(int limit) {
        return themes.get(
                limit, () -> transactions.read(() -> search.themes(new Conditions("").every(), bounded(limit, 50))));
    }

    public List<Implementation> popular(int limit) {
        return popular.get(limit, () -> transactions.read(() -> search.online(bounded(limit, 20))));
    }

    /** As it was within the last seconds. */
    public Optional<Implementation> find(String code) {
        return rows.find(code, () -> transactions.glance(() -> table.find(code)));
    }

    /** As they are now. */
    public Map<String, Implementation> find(Set<String> codes) {
        if (codes.size() > MOST_CODES) {
            throw new IllegalArgumentException("At most " + MOST_CODES + " codes at a time");
        }
        return transactions.glance(() -> table.find(codes)).stream()
                .collect(Collectors.toMap(Implementation::code, row -> row));
    }

    /** The departments that offer what is served by each of these codes, or is linked to each of these items. */
    public List<Offering> offerings(Collection<String> items, Collection<String> codes) {
        return transactions.glance(() -> table.offerings(items, codes));
    }

    /** Takes rows over from a list; which item serves them is decided here and nowhere else. */
    public void put(List<Implementation> rows) {
        if (rows.size() > MOST_ROWS) {
            throw new IllegalArgumentException("At most " + MOST_ROWS + " rows at a time");
        }
        Map<String, Implementation> byCode = new LinkedHashMap<>();
        rows.forEach(row -> byCode.put(checked(row).code(), row));
        // no deployment in between: it would link rows that this call then writes without their item
        shelf.change(() -> {
            Snapshot served = shelf.current();
            transactions.run(() -> write(entries(byCode.values(), served), clock.instant()));
            return served;
        });
    }

    /**
     * Links rows to the line of an item that takes filings and adds those it brings, in the open transaction; without such a line its rows
     * are let go. A row that an earlier version brought is brought up to date; one that a list has put meanwhile is left as the list has it.
     */
    public void link(String item, Snapshot before, Snapshot next, Instant now) {
        Optional<Snapshot.Line> line = next.active(item);
        List<String> codes =
                line.map(found -> found.version().definition().serves()).orElse(List.of());
        Map<String, Implementation> rows = new LinkedHashMap<>();
        table.concerned(item, codes).forEach(row -> rows.put(row.code(), row));
        Map<String, Implementation> brought =
                before.active(item).map(ImplementationList::brought).orElse(Map.of());
        line.map(ImplementationList::brought).orElse(Map.of()).forEach((code, row) -> {
            Implementation present = rows.get(code);
            if (present == null || served(present, item).equals(brought.get(code))) {
                rows.put(code, row);
            }
        });
        batches(entries(rows.values(), next)).forEach(batch -> write(batch, now));
    }

    private void write(List<Entry> entries, Instant now) {
        table.put(entries, now);
        transactions.afterCommit(this::forget);
    }

    /** Finds everything anew: something has changed, here or on another node. */
    public void forget() {
        pages.forget();
        rows.forget();
        themes.forget();
        popular.forget();
    }

    private static Map<String, Implementation> brought(Snapshot.Line line) {
        return line.version().definition().implementations().stream()
                .collect(Collectors.toMap(Implementation::code, row -> row, (first, second) -> first));
    }

    private static List<Entry> entries(Collection<Implementation> rows, Snapshot served) {
        Map<String, Snapshot.Line> byCode = served.served();
        List<Entry> entries = new ArrayList<>();
        for (Implementation row : rows) {
            // the code itself is more exact than the catalogue code that it shares with others
            Optional<Snapshot.Line> line = Optional.ofNullable(byCode.get(row.code()))
                    .or(() -> Optional.ofNullable(byCode.get(row.catalogueCode())));
            entries.add(new Entry(
                    served(
                            row,
                            line.map(found -> found.version().definition().item())
                                    .orElse("")),
                    line.map(ImplementationList::aliases).orElse("")));
        }
        return entries;
    }

    private static String aliases(Snapshot.Line line) {
        return List.of("zh", "en").stream()
                .flatMap(language -> List.of("name", "aliases").stream()
                        .map(key -> line.version().texts().get(language).getOrDefault(key, "")))
                .collect(Collectors.joining(" "));
    }

    private static Implementation served(Implementation row, String item) {
        return new Implementation(
                row.code(),
                row.catalogueCode(),
                row.name(),
                row.departmentCode(),
                row.department(),
                row.regionCode(),
                row.region(),
                row.powerType(),
                row.subjects(),
                row.themes(),
                row.promisedDays(),
                row.statutoryDays(),
                row.visits(),
                item,
                row.more());
    }

    private static List<List<Entry>> batches(List<Entry> entries) {
        List<List<Entry>> batches = new ArrayList<>();
        for (int from = 0; from < entries.size(); from += MOST_ROWS) {
            batches.add(entries.subList(from, Math.min(entries.size(), from + MOST_ROWS)));
        }
        return batches;
    }

    private static Implementation checked(Implementation row) {
        if (row.code().isBlank()
                || row.code().length() > LONGEST_CODE
                || row.catalogueCode().length() > LONGEST_CODE) {
            throw new IllegalArgumentException("A code has 1 to 80 characters: '" + row.code() + "'");
        }
        if (row.departmentCode().length() > 40 || row.regionCode().length() > 12) {
            throw new IllegalArgumentException("The department or region code is too long: '" + row.code() + "'");
        }
        return row;
    }

    private static String question(String words) {
        return words.length() <= LONGEST_QUESTION ? words : words.substring(0, LONGEST_QUESTION);
    }

    private static int bounded(int limit, int most) {
        return Math.max(1, Math.min(most, limit));
    }
}
