package org.openhall.cases.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openhall.api.cases.CaseFile.Task;
import org.openhall.api.catalogue.Catalogue;
import org.openhall.api.catalogue.Extensions;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.api.json.Json;
import org.openhall.api.storage.Later;
import org.openhall.api.storage.Outbox;
import org.openhall.api.storage.OutboxConsumer;
import org.openhall.api.storage.Transactions;
import org.openhall.cases.internal.TaskTable.Extended;
import org.openhall.storage.Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leads open cases on whose step an extension brought and no longer brings. What has to be done is read from the tasks and from what
 * serves now, never from the message, so that doing it twice or only half does no harm.
 */
@Component
public final class RemovedSteps implements OutboxConsumer {

    private static final Logger LOG = LoggerFactory.getLogger(RemovedSteps.class);
    private static final int BATCH = 100;

    /** Until then some node may not have heard of the change yet and open such a step once more. */
    private static final Duration EVERYBODY_KNOWS = Duration.ofSeconds(30);

    private final Transactions transactions;
    private final CaseTables tables;
    private final Catalogue catalogue;
    private final Procedure procedure;
    private final Json json;
    private final Clock clock;

    @Activate
    public RemovedSteps(
            @Reference Transactions transactions,
            @Reference Database database,
            @Reference Outbox outbox,
            @Reference Json json,
            @Reference Catalogue catalogue,
            @Reference HallCalendar calendar,
            @Reference Journal journal,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.tables = CaseTables.in(database, json);
        this.catalogue = catalogue;
        this.procedure = new Procedure(tables, outbox, json, calendar, journal);
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String name() {
        return Extensions.CHANGED;
    }

    @Override
    public void deliver(String subject, String payload) {
        sweep(subject);
        Instant changed = Instant.parse((String) json.object(payload).get("at"));
        if (clock.instant().isBefore(changed.plus(EVERYBODY_KNOWS))) {
            throw new Later("what extends " + subject + " was changed only just now");
        }
    }

    private void sweep(String item) {
        long after = 0;
        List<Extended> batch;
        do {
            long from = after;
            batch = transactions.read(() -> tables.tasks().ofExtensions(item, from, BATCH));
            for (Extended found : batch) {
                after = found.task();
                if (gone(item, found.line(), found.step()).isPresent()) {
                    transactions.run(() -> leadOn(found));
                }
            }
        } while (batch.size() == BATCH);
    }

    /** What serves a line, when it lacks a step; empty when all is well, and when nothing serves it. */
    private Optional<ItemVersion> gone(String item, String line, String step) {
        return catalogue
                .serving(item, line)
                .filter(serving -> !serving.definition().steps().containsKey(step));
    }

    private void leadOn(Extended found) {
        CaseRow row = tables.cases().lock(found.number()).orElseThrow();
        List<Task> tasks = tables.tasks().ofCase(row.id());
        Optional<Task> open = tasks.stream()
                .filter(task -> task.id() == found.task() && task.open())
                .findFirst();
        Optional<ItemVersion> serving = gone(row.head().item(), row.line(), found.step());
        if (open.isEmpty() || serving.isEmpty()) {
            return;
        }
        Task task = open.get();
        ItemVersion version = serving.get();
        Optional<List<String>> onward = catalogue.onward(row.head().item(), row.line(), task.step());
        if (onward.isEmpty()) {
            LOG.error("Case {} stands at a step '{}' that nobody knows", found.number(), task.step());
            return;
        }
        procedure.remove(row, version.definition(), task, tasks, onward.get(), version.version(), clock.instant());
    }
}
