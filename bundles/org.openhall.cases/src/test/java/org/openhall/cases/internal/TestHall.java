package org.openhall.cases.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.openhall.api.cases.CaseFile;
import org.openhall.api.cases.Desk.Act;
import org.openhall.api.cases.Desk.Acted;
import org.openhall.api.cases.Desk.Query;
import org.openhall.api.cases.Draft;
import org.openhall.api.cases.Drafts.Opened;
import org.openhall.api.cases.Filing.Accepted;
import org.openhall.api.cases.Filing.Receipt;
import org.openhall.api.storage.RequestKey;
import org.openhall.api.users.Account;
import org.openhall.api.users.Post;
import org.openhall.item.Answers;
import org.openhall.storage.testing.TestStorage;

/** A small hall over a real database, with one citizen and four officials of the traffic department. */
final class TestHall implements AutoCloseable {

    static final String REGION = "3416";

    final TestStorage storage;
    final TestCatalogue catalogue = new TestCatalogue();
    final TestAccounts accounts = new TestAccounts();
    final TestMaterials materials;
    final HallCalendar calendar;
    final JdbcDrafts drafts;
    final JdbcFiling filing;
    final JdbcCases cases;
    final JdbcDesk desk;
    final AutomaticSteps automatic;
    final RemovedSteps removed;
    final Account anna = accounts.citizen("安娜", false);
    final Account intake = accounts.official("李受理", post("intake"));
    final Account review = accounts.official("王审核", post("review"));
    final Account colleague = accounts.official("赵审核", post("review"));
    final Account approve = accounts.official("陈审批", post("approve"));

    TestHall(TestStorage storage) {
        this.storage = storage;
        materials = new TestMaterials(storage.transactions());
        // Saturday 28 November is a working day here, Thursday 26 is off.
        WorkCalendar days = new WorkCalendar(Set.of(LocalDate.of(2026, 11, 26)), Set.of(LocalDate.of(2026, 11, 28)));
        calendar = new HallCalendar(days, storage.clock());
        drafts = new JdbcDrafts(
                storage.transactions(),
                storage.database(),
                storage.requests(),
                storage.json(),
                catalogue,
                accounts,
                materials,
                storage.clock());
        Journal journal = new Journal(storage.transactions());
        filing = new JdbcFiling(
                storage.transactions(),
                storage.database(),
                storage.requests(),
                storage.outbox(),
                storage.json(),
                catalogue,
                accounts,
                materials,
                calendar,
                journal,
                storage.clock());
        cases = new JdbcCases(
                storage.transactions(),
                storage.database(),
                storage.json(),
                catalogue,
                accounts,
                materials,
                calendar,
                storage.clock(),
                3,
                15);
        desk = new JdbcDesk(
                storage.transactions(),
                storage.database(),
                storage.requests(),
                storage.outbox(),
                storage.json(),
                catalogue,
                accounts,
                materials,
                calendar,
                journal,
                storage.clock());
        automatic = new AutomaticSteps(
                storage.transactions(),
                storage.database(),
                storage.outbox(),
                storage.json(),
                catalogue,
                materials,
                calendar,
                journal,
                storage.clock());
        removed = new RemovedSteps(
                storage.transactions(),
                storage.database(),
                storage.outbox(),
                storage.json(),
                catalogue,
                calendar,
                journal,
                storage.clock());
    }

    static Post post(String post) {
        return new Post(post, "traffic", REGION);
    }

    static RequestKey key(Account by, String path, String key, String body) {
        return new RequestKey(by.id(), path, key, body.repeat(64));
    }

    Draft draft(TestItem item) {
        return draft(item, anna);
    }

    Draft draft(TestItem item, Account by) {
        return ((Opened) drafts.open(by, Optional.of(by.id()), item.code(), Optional.empty())).draft();
    }

    /** A draft with all that the form asks for. */
    Draft filled(TestItem item, Account by) {
        Draft draft = draft(item, by);
        drafts.save(draft.id(), by, Answers.of(Map.of("plate", "皖S 12345")), OptionalLong.empty());
        return drafts.find(draft.id(), by).orElseThrow();
    }

    Receipt file(Draft draft) {
        return filing.file(draft.id(), accounts.find(draft.account()).orElseThrow(), "zh", Optional.empty());
    }

    /** Number of a new case. */
    String filed(TestItem item) {
        return ((Accepted) file(filled(item, anna))).number();
    }

    Acted act(String number, String action, Account by) {
        return act(number, action, "", by);
    }

    Acted act(String number, String action, String opinion, Account by) {
        return desk.act(new Act(number, action, OptionalLong.empty(), opinion, by, Optional.empty()));
    }

    CaseFile open(String number, Account by) {
        return desk.open(number, by).orElseThrow();
    }

    List<String> deskOf(Account official) {
        return desk.tasks(official, new Query("", "open", "", 100, Optional.empty())).entries().stream()
                .map(row -> row.head().number() + " " + row.task().step())
                .toList();
    }

    long rows(String table) {
        return storage.transactions()
                .read(() -> storage.database()
                        .handle()
                        .createQuery("select count(*) from " + table)
                        .mapTo(Long.class)
                        .one());
    }

    void execute(String sql) {
        storage.transactions().run(() -> {
            storage.database().handle().execute(sql);
        });
    }

    @Override
    public void close() {
        storage.close();
    }
}
