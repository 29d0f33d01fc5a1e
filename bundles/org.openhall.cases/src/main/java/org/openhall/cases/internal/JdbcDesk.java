package org.openhall.cases.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhall.api.cases.CaseFile;
import org.openhall.api.cases.CaseFile.Task;
import org.openhall.api.cases.Desk;
import org.openhall.api.catalogue.Catalogue;
import org.openhall.api.json.Json;
import org.openhall.api.materials.Materials;
import org.openhall.api.paging.Page;
import org.openhall.api.storage.Outbox;
import org.openhall.api.storage.Requests;
import org.openhall.api.storage.Transactions;
import org.openhall.api.users.Account;
import org.openhall.api.users.Accounts;
import org.openhall.storage.Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The officials' desk over the relational database. */
@Component
public final class JdbcDesk implements Desk {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcDesk.class);
    // Leafing back and forth is one reading.
    private static final Duration ONE_READING = Duration.ofMinutes(10);

    private final Transactions transactions;
    private final CaseTables tables;
    private final CaseReader reader;
    private final DeskLists lists;
    private final Acting acting;
    private final TaskTaking taking;
    private final Clock clock;

    @Activate
    public JdbcDesk(
            @Reference Transactions transactions,
            @Reference Database database,
            @Reference Requests requests,
            @Reference Outbox outbox,
            @Reference Json json,
            @Reference Catalogue catalogue,
            @Reference Accounts accounts,
            @Reference Materials materials,
            @Reference HallCalendar calendar,
            @Reference Journal journal,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.tables = CaseTables.in(database, json);
        this.reader = new CaseReader(tables, materials, accounts, calendar, clock, catalogue);
        this.lists = new DeskLists(database, reader, calendar, clock);
        Procedure procedure = new Procedure(tables, outbox, json, calendar, journal);
        this.acting = new Acting(requests, tables, catalogue, procedure, reader, clock);
        this.taking = new TaskTaking(tables, materials, catalogue, clock);
        this.clock = clock;
    }

    @Override
    public Page<Row> tasks(Account official, Query query) {
        return transactions.read(() -> lists.tasks(official, query));
    }

    @Override
    public Map<String, Count> counts(Account official) {
        return transactions.glance(() -> lists.counts(official));
    }

    @Override
    public Optional<CaseFile> open(String number, Account official) {
        Optional<CaseFile> file =
                transactions.read(() -> tables.cases().byNumber(number).flatMap(row -> {
                    List<Task> tasks = tables.tasks().ofCase(row.id());
                    return tasks.stream().anyMatch(task -> Access.may(official, task))
                            ? Optional.of(reader.forOfficials(row, tasks))
                            : Optional.empty();
                }));
        file.ifPresent(found -> remember(found.head().id(), official));
        return file;
    }

    private void remember(long caseId, Account reader) {
        Instant now = clock.instant();
        try {
            transactions.run(() -> {
                if (!tables.readings().knows(caseId, reader.id(), now.minus(ONE_READING))) {
                    tables.readings().add(caseId, reader.id(), now);
                }
            });
        } catch (RuntimeException failed) {
            // Work goes on without the record; the log keeps it instead.
            LOG.error("That account {} opened case {} could not be recorded", reader.id(), caseId, failed);
        }
    }

    @Override
    public List<Task> doable(CaseFile file, Account official) {
        return file.tasks().stream()
                .filter(task -> Access.may(official, task) && Access.free(official, task))
                .toList();
    }

    @Override
    public Acted act(Act act) {
        return acting.act(act);
    }

    @Override
    public boolean claim(long task, Account by) {
        return transactions.run(() -> taking.claim(task, by));
    }

    @Override
    public boolean release(long task, Account by) {
        return transactions.run(() -> taking.release(task, by));
    }

    @Override
    public boolean opine(String number, long material, boolean sound, String text, Account by) {
        return transactions.run(() -> taking.opine(number, material, sound, text, by));
    }
}
