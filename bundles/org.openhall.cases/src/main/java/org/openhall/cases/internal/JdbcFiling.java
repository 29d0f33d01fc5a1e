package org.openhall.cases.internal;

import java.time.Clock;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.openhall.api.cases.Draft;
import org.openhall.api.cases.Filing;
import org.openhall.api.catalogue.Catalogue;
import org.openhall.api.catalogue.Catalogue.Checked;
import org.openhall.api.catalogue.Implementation;
import org.openhall.api.catalogue.ItemUnavailable;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.api.forms.Problem;
import org.openhall.api.json.Json;
import org.openhall.api.log.Trail;
import org.openhall.api.materials.Materials;
import org.openhall.api.materials.StoredMaterial;
import org.openhall.api.storage.Outbox;
import org.openhall.api.storage.RequestKey;
import org.openhall.api.storage.Requests;
import org.openhall.api.storage.Transactions;
import org.openhall.api.users.Account;
import org.openhall.api.users.Accounts;
import org.openhall.api.users.Mandate;
import org.openhall.api.users.Party;
import org.openhall.item.Finding;
import org.openhall.storage.Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Files drafts as cases in the relational database, one transaction each. */
@Component
public final class JdbcFiling implements Filing {

    // A draft that is changed while it is checked is checked once more.
    private static final int TRIES = 3;

    private final Transactions transactions;
    private final Catalogue catalogue;
    private final Accounts accounts;
    private final Materials materials;
    private final DraftTable drafts;
    private final Preparation preparation;
    private final CaseOpening opening;
    private final Clock clock;

    @Activate
    public JdbcFiling(
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
        this.catalogue = catalogue;
        this.accounts = accounts;
        this.materials = materials;
        this.drafts = new DraftTable(database, json);
        this.preparation = new Preparation(catalogue);
        CaseTables tables = CaseTables.in(database, json);
        Procedure procedure = new Procedure(tables, outbox, json, calendar, journal);
        this.opening = new CaseOpening(tables, drafts, materials, requests, procedure, clock);
        this.clock = clock;
    }

    @Override
    public Receipt file(long draft, Account by, String language, Optional<RequestKey> request) {
        for (int tries = 1; ; tries++) {
            try {
                return attempt(draft, by, language, request);
            } catch (CaseOpening.Changed changed) {
                if (tries == TRIES) {
                    throw changed;
                }
            }
        }
    }

    private Receipt attempt(long id, Account by, String language, Optional<RequestKey> request) {
        Found found = transactions.read(() -> find(id, by));
        Draft draft = found.draft();
        Trail.item(draft.item(), draft.version());
        if (draft.filedAs().isPresent()) {
            return opening.again(draft.filedAs().get(), request);
        }
        if (!catalogue.accepts(draft.item(), draft.version().line())) {
            Optional<ItemVersion> active = DraftStandings.active(catalogue, draft);
            return active.isPresent() ? new Superseded(active.get().version()) : new Closed();
        }
        if (found.party().isEmpty()) {
            return new Returned(List.of(new Problem("", "mandate", Words.of(language, "mandate.missing"))));
        }
        Implementation implementation = found.implementation()
                .orElseThrow(() -> new ItemUnavailable(draft.item() + " " + draft.implementation()));
        Prepared prepared = preparation.freeze(draft, by, found.party().get(), found.files(), clock.instant());
        List<Problem> problems = preparation.problems(prepared, language);
        if (!problems.isEmpty()) {
            return returned(problems, id, by, request);
        }
        Checked checked = catalogue.check(prepared.application());
        List<Problem> blocking = blocking(checked, prepared, language);
        if (!blocking.isEmpty()) {
            return returned(blocking, id, by, request);
        }
        return opening.open(prepared, implementation, checked, by, request);
    }

    /**
     * All that is stored about a draft, at one moment.
     *
     * @param draft as it is
     * @param party for whom, while its account may act for it
     * @param files of the draft
     * @param implementation what is applied for, while it is listed; as it is stored, for it says whose case it is
     */
    private record Found(
            Draft draft, Optional<Party> party, List<StoredMaterial> files, Optional<Implementation> implementation) {}

    private Found find(long id, Account by) {
        Draft draft = drafts.find(id, by.id()).orElseThrow(NoSuchElementException::new);
        Optional<Party> party = accounts.mandates(by.id()).stream()
                .map(Mandate::party)
                .filter(candidate -> candidate.id() == draft.party())
                .findFirst();
        String code = draft.implementation();
        Optional<Implementation> implementation =
                Optional.ofNullable(catalogue.implementations(Set.of(code)).get(code));
        return new Found(draft, party, materials.ofDraft(id), implementation);
    }

    /** What is wrong, unless another click changed and filed the draft meanwhile. */
    private Receipt returned(List<Problem> problems, long id, Account by, Optional<RequestKey> request) {
        Optional<String> filed =
                transactions.glance(() -> drafts.find(id, by.id())).flatMap(Draft::filedAs);
        return filed.isPresent() ? opening.again(filed.get(), request) : new Returned(problems);
    }

    @Override
    public List<Problem> problems(Draft draft, Account by, String language) {
        return preparation.problems(frozen(draft, by), language);
    }

    @Override
    public List<Problem> blocking(Draft draft, Account by, String language) {
        Prepared prepared = frozen(draft, by);
        List<Problem> problems = preparation.problems(prepared, language);
        if (!problems.isEmpty()) {
            return problems;
        }
        try {
            return blocking(catalogue.check(prepared.application()), prepared, language);
        } catch (ItemUnavailable e) {
            // The rules are asked again when the draft is filed; until then the answers can be read.
            return List.of();
        }
    }

    /** To tell what it lacks: party and files need not be of one moment. */
    private Prepared frozen(Draft draft, Account by) {
        Party party = accounts.party(draft.party()).orElseThrow(NoSuchElementException::new);
        return preparation.freeze(draft, by, party, materials.ofDraft(draft.id()), clock.instant());
    }

    private static List<Problem> blocking(Checked checked, Prepared prepared, String language) {
        return checked.findings().stream()
                .filter(Finding::blocks)
                .map(finding -> problem(finding, prepared.version(), language))
                .toList();
    }

    private static Problem problem(Finding finding, ItemVersion version, String language) {
        String text = version.text(language, finding.message());
        return new Problem(finding.pointer(), finding.message(), Words.fill(language, text, finding.arguments()));
    }
}
