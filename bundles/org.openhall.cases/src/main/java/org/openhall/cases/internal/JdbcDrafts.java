package org.openhall.cases.internal;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.openhall.api.cases.AnswersTooLarge;
import org.openhall.api.cases.Draft;
import org.openhall.api.cases.DraftHead;
import org.openhall.api.cases.Drafts;
import org.openhall.api.catalogue.Catalogue;
import org.openhall.api.catalogue.Implementation;
import org.openhall.api.catalogue.ItemUnavailable;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.api.json.Json;
import org.openhall.api.materials.Materials;
import org.openhall.api.paging.Page;
import org.openhall.api.storage.RequestKey;
import org.openhall.api.storage.Requests;
import org.openhall.api.storage.Transactions;
import org.openhall.api.users.Account;
import org.openhall.api.users.Accounts;
import org.openhall.api.users.Mandate;
import org.openhall.api.users.Party;
import org.openhall.item.Answers;
import org.openhall.storage.Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Drafts in the relational database. */
@Component
public final class JdbcDrafts implements Drafts {

    private final Transactions transactions;
    private final Requests requests;
    private final DraftTable drafts;
    private final Json json;
    private final Catalogue catalogue;
    private final Accounts accounts;
    private final Materials materials;
    private final KnownValues known;
    private final DraftStandings standings;
    private final Clock clock;

    @Activate
    public JdbcDrafts(
            @Reference Transactions transactions,
            @Reference Database database,
            @Reference Requests requests,
            @Reference Json json,
            @Reference Catalogue catalogue,
            @Reference Accounts accounts,
            @Reference Materials materials,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.requests = requests;
        this.drafts = new DraftTable(database, json);
        this.json = json;
        this.catalogue = catalogue;
        this.accounts = accounts;
        this.materials = materials;
        this.known = new KnownValues(accounts);
        this.standings = new DraftStandings(catalogue, materials, known);
        this.clock = clock;
    }

    @Override
    public Opening open(Account by, Optional<Long> party, String implementation, Optional<RequestKey> request) {
        Optional<Party> applicant = accounts.mandates(by.id()).stream()
                .map(Mandate::party)
                .filter(candidate -> party.isEmpty() || party.get() == candidate.id())
                .findFirst();
        if (applicant.isEmpty()) {
            return new NotFor("mandate");
        }
        Optional<Implementation> offered =
                catalogue.implementation(implementation).filter(Implementation::online);
        if (offered.isEmpty()) {
            return new NotFor("offline");
        }
        ItemVersion version = active(offered.get().item());
        if ("none".equals(version.definition().guide().online())) {
            return new NotFor("offline");
        }
        String subject = applicant.get().kind().name().toLowerCase(Locale.ROOT);
        if (!version.definition().guide().subjects().contains(subject)) {
            return new NotFor("subject");
        }
        Answers first = version.form().initial(KnownValues.of(by, applicant.get()));
        Supplier<Draft> insert = () -> drafts.insert(
                version.definition().item(),
                implementation,
                version.version(),
                by.id(),
                applicant.get().id(),
                text(first),
                clock.instant());
        return new Opened(requests.once(
                request,
                insert,
                JdbcDrafts::reference,
                before -> drafts.find(Long.parseLong(before), by.id())
                        .orElseGet(() -> instead(request.orElseThrow(), insert.get()))));
    }

    /** The one that the request made was deleted. */
    private Draft instead(RequestKey request, Draft draft) {
        requests.settle(request, reference(draft));
        return draft;
    }

    private static String reference(Draft draft) {
        return Long.toString(draft.id());
    }

    @Override
    public Optional<Draft> find(long id, Account by) {
        return transactions.glance(() -> drafts.find(id, by.id()));
    }

    @Override
    public Page<DraftHead> list(Account by, Optional<String> implementation, int limit, Optional<String> after) {
        int most = Position.limit(limit);
        Optional<Position> from = Position.parse(after);
        List<DraftHead> found = transactions.glance(() -> drafts.list(by.id(), implementation, from, most + 1));
        return Position.page(found, most, last -> new Position(last.updatedAt(), last.id()).toString());
    }

    @Override
    public Saving save(long id, Account by, Answers answers, OptionalLong revision) {
        String text = text(answers);
        return transactions.run(() -> {
            Draft current = drafts.lock(id, by.id()).orElseThrow(NoSuchElementException::new);
            if (current.filedAs().isPresent()) {
                return new Gone(current.filedAs());
            }
            if (revision.isPresent() && revision.getAsLong() != current.revision()) {
                return new Conflict(current);
            }
            if (current.answers().equals(answers)) {
                return new Saved(current);
            }
            return new Saved(drafts.save(current, answers, text, clock.instant()));
        });
    }

    @Override
    public Standing standing(Draft draft, String language) {
        return standings.of(draft, language);
    }

    @Override
    public Moving move(long id, Account by) {
        return transactions.run(() -> {
            Draft current = drafts.lock(id, by.id()).orElseThrow(NoSuchElementException::new);
            if (current.filedAs().isPresent()) {
                return new Gone(current.filedAs());
            }
            Optional<ItemVersion> active = DraftStandings.active(catalogue, current);
            if (active.isEmpty()) {
                return new Closed();
            }
            if (!current.version().equals(active.get().version())) {
                String answers = text(standings.taken(current, active.get()));
                drafts.move(id, active.get().version(), answers, clock.instant());
            }
            return new Moved(drafts.find(id, by.id()).orElseThrow());
        });
    }

    @Override
    public boolean delete(long id, Account by) {
        return transactions.run(() -> {
            Optional<Draft> current =
                    drafts.lock(id, by.id()).filter(draft -> draft.filedAs().isEmpty());
            current.ifPresent(draft -> {
                materials.discard(id);
                drafts.delete(id);
            });
            return current.isPresent();
        });
    }

    @Override
    public Map<String, String> known(Draft draft) {
        return known.of(draft.account(), draft.party());
    }

    private ItemVersion active(String item) {
        return catalogue.active(item).orElseThrow(() -> new ItemUnavailable(item));
    }

    private String text(Answers answers) {
        String text = json.text(answers.asMap());
        if (text.getBytes(StandardCharsets.UTF_8).length > AnswersTooLarge.LIMIT) {
            throw new AnswersTooLarge();
        }
        return text;
    }
}
