package org.openhall.cases.internal;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.openhall.api.cases.CaseFile.Task;
import org.openhall.api.catalogue.Catalogue;
import org.openhall.api.catalogue.Catalogue.Absence;
import org.openhall.api.catalogue.Catalogue.Reviewed;
import org.openhall.api.catalogue.ItemDefinition;
import org.openhall.api.catalogue.ItemDefinition.Outcome;
import org.openhall.api.catalogue.ItemUnavailable;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.api.catalogue.Version;
import org.openhall.api.json.Json;
import org.openhall.api.log.Trail;
import org.openhall.api.materials.Materials;
import org.openhall.api.storage.Later;
import org.openhall.api.storage.Outbox;
import org.openhall.api.storage.OutboxConsumer;
import org.openhall.api.storage.Transactions;
import org.openhall.cases.internal.TaskTable.TaskOfCase;
import org.openhall.item.Application;
import org.openhall.storage.Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lets items' own review steps try their tasks first; what they leave stays with the official of the post. */
@Component
public final class AutomaticSteps implements OutboxConsumer {

    static final String CONSUMER = "review";

    private final Transactions transactions;
    private final CaseTables tables;
    private final Catalogue catalogue;
    private final Materials materials;
    private final Procedure procedure;
    private final Json json;
    private final Clock clock;

    @Activate
    public AutomaticSteps(
            @Reference Transactions transactions,
            @Reference Database database,
            @Reference Outbox outbox,
            @Reference Json json,
            @Reference Catalogue catalogue,
            @Reference Materials materials,
            @Reference HallCalendar calendar,
            @Reference Journal journal,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.tables = CaseTables.in(database, json);
        this.catalogue = catalogue;
        this.materials = materials;
        this.procedure = new Procedure(tables, outbox, json, calendar, journal);
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String name() {
        return CONSUMER;
    }

    @Override
    public void deliver(String subject, String payload) {
        Trail.put(Trail.CASE, subject);
        long id = ((BigDecimal) json.object(payload).get("task")).longValueExact();
        Optional<Waiting> waiting = transactions.read(() ->
                tables.tasks().find(id).filter(found -> found.task().open()).map(this::waiting));
        try {
            // Outside the transaction: item code.
            waiting.ifPresent(found -> review(subject, id, found));
        } catch (ItemUnavailable away) {
            throw new Later(away.getMessage());
        }
    }

    private void review(String subject, long id, Waiting waiting) {
        Application application = waiting.application();
        Version version = Version.parse(application.version());
        Trail.item(application.item(), version);
        Optional<Absence> absence = catalogue.absence(application.item(), version.line(), waiting.step());
        if (absence.isPresent()) {
            // Not even asked for: that could wait for seconds, and other cases with it.
            throw new Later(application + " waits: " + absence.get());
        }
        Optional<Reviewed> reviewed = catalogue.review(application, waiting.step());
        transactions.run(() -> apply(subject, id, reviewed));
    }

    private record Waiting(Application application, String step) {}

    private Waiting waiting(TaskOfCase found) {
        CaseRow row = tables.cases().byId(found.caseId()).orElseThrow();
        Application application = new Frozen(
                row.head().item(),
                row.head().version().toString(),
                row.applicant(),
                tables.answers().ofCase(row.id()),
                materials.ofCase(row.id()).stream().map(Preparation::material).toList(),
                row.head().filedAt());
        return new Waiting(application, found.task().step());
    }

    private void apply(String number, long id, Optional<Reviewed> reviewed) {
        CaseRow row = tables.cases().lock(number).orElseThrow();
        List<Task> tasks = tables.tasks().ofCase(row.id());
        Optional<Task> open =
                tasks.stream().filter(task -> task.id() == id && task.open()).findFirst();
        if (open.isEmpty()) {
            return;
        }
        Task task = open.get();
        ItemVersion serving = catalogue
                .serving(row.head().item(), row.line())
                .orElseThrow(() -> new ItemUnavailable(row.head().item() + " " + row.line()));
        ItemDefinition definition = serving.definition();
        Version version = reviewed.map(Reviewed::version).orElse(serving.version());
        String opinion = reviewed.map(answer -> answer.review().opinion())
                .map(AutomaticSteps::shorten)
                .orElse("");
        Ruling ruling = new Ruling(Actor.HALL, opinion, version, clock.instant());
        Optional<Outcome> outcome = reviewed.flatMap(answer -> answer.review().outcome())
                .flatMap(name -> new Steps(definition).outcome(task.step(), name))
                .filter(found -> !found.opinion() || !opinion.isBlank());
        if (outcome.flatMap(found -> procedure.take(row, definition, task, tasks, found, ruling))
                .isEmpty()) {
            leave(row, task, ruling);
        }
    }

    private void leave(CaseRow row, Task task, Ruling ruling) {
        Recorded left = Recorded.of(ruling.at(), "left", task.step(), Actor.HALL, ruling.opinion(), ruling.version());
        tables.events().add(row.id(), List.of(left));
    }

    private static String shorten(String opinion) {
        return opinion.length() <= Acting.LONGEST_OPINION ? opinion : opinion.substring(0, Acting.LONGEST_OPINION);
    }
}
