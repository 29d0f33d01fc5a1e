package org.openhall.portal.internal.rest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import org.openhall.api.cases.Draft;
import org.openhall.api.cases.DraftHead;
import org.openhall.api.cases.Drafts;
import org.openhall.api.cases.Filing;
import org.openhall.api.catalogue.Version;
import org.openhall.api.forms.Problem;
import org.openhall.api.paging.Page;
import org.openhall.api.storage.RequestKey;
import org.openhall.api.users.Account;
import org.openhall.item.Answers;
import org.openhall.portal.internal.FakeHall;

/** Drafts in memory, and their filing; a draft without the answer "plate" is returned. */
public final class FakeDrafts {

    private final Map<Long, Draft> drafts = new HashMap<>();
    Drafts.Standing standing = new Drafts.Open();
    private final List<RequestKey> keys = new ArrayList<>();

    List<RequestKey> keys() {
        return keys;
    }

    Draft only() {
        return drafts.values().iterator().next();
    }

    public Drafts.Opening open(Account by, Optional<Long> party, String implementation, Optional<RequestKey> request) {
        request.ifPresent(keys::add);
        if (party.isPresent() && party.get() != 70) {
            return new Drafts.NotFor("mandate");
        }
        return new Drafts.Opened(put(1, by.id(), Answers.none(), 1, Optional.empty()));
    }

    public Optional<Draft> find(long id, Account by) {
        return Optional.ofNullable(drafts.get(id)).filter(draft -> draft.account() == by.id());
    }

    public Page<DraftHead> list(Account by, Optional<String> implementation, int limit, Optional<String> after) {
        List<DraftHead> heads = drafts.values().stream()
                .filter(draft -> draft.account() == by.id())
                .map(draft -> new DraftHead(
                        draft.id(),
                        draft.item(),
                        draft.implementation(),
                        draft.version(),
                        draft.party(),
                        draft.revision(),
                        draft.updatedAt()))
                .toList();
        return new Page<>(heads, Optional.empty());
    }

    public Drafts.Saving save(long id, Account by, Answers answers, OptionalLong revision) {
        Draft draft = find(id, by).orElseThrow(NoSuchElementException::new);
        if (draft.filedAs().isPresent()) {
            return new Drafts.Gone(draft.filedAs());
        }
        if (revision.isPresent() && revision.getAsLong() != draft.revision()) {
            return new Drafts.Conflict(draft);
        }
        return new Drafts.Saved(put(id, by.id(), answers, draft.revision() + 1, Optional.empty()));
    }

    public List<Problem> problems(Draft draft, Account by, String language) {
        return draft.answers().text("/plate").isPresent()
                ? List.of()
                : List.of(new Problem("/plate", "required", language.equals("en") ? "Plate?" : "车牌？"));
    }

    public Filing.Receipt file(long draft, Account by, String language, Optional<RequestKey> request) {
        request.ifPresent(keys::add);
        Draft found = find(draft, by).orElseThrow(NoSuchElementException::new);
        if (standing instanceof Drafts.Behind behind) {
            return new Filing.Superseded(behind.active());
        }
        if (standing instanceof Drafts.Closed) {
            return new Filing.Closed();
        }
        List<Problem> problems = problems(found, by, language);
        if (!problems.isEmpty()) {
            return new Filing.Returned(problems);
        }
        put(draft, by.id(), found.answers(), found.revision(), Optional.of("20261121-000001"));
        return new Filing.Accepted("20261121-000001", "ABCD-EFGH-JKLM", FakeHall.NOW);
    }

    public Drafts.Standing standing(Draft draft, String language) {
        return standing;
    }

    public Drafts.Moving move(long id, Account by) {
        return standing instanceof Drafts.Closed closed
                ? closed
                : new Drafts.Moved(find(id, by).orElseThrow(NoSuchElementException::new));
    }

    private Draft put(long id, long account, Answers answers, long revision, Optional<String> filedAs) {
        var draft = new Draft(
                id, "parking", "p-1", new Version(1, 0, 0), account, 70, answers, revision, Instant.EPOCH, filedAs);
        drafts.put(id, draft);
        return draft;
    }
}
