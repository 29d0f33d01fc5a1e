package org.openhall.portal.internal.web.filing;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.openhall.api.cases.Draft;
import org.openhall.api.cases.DraftHead;
import org.openhall.api.cases.Drafts;
import org.openhall.api.cases.Filing;
import org.openhall.api.catalogue.ItemDefinition.MaterialSpec;
import org.openhall.api.forms.Problem;
import org.openhall.api.materials.Materials;
import org.openhall.api.materials.StoredMaterial;
import org.openhall.api.paging.Page;
import org.openhall.api.storage.RequestKey;
import org.openhall.api.users.Account;
import org.openhall.item.Answers;
import org.openhall.portal.internal.FakeHall;

/** One draft with its files in memory, as the drafts, the materials and the filing desk see it. */
public final class SmallDesk {

    public Draft draft = draft(Answers.none(), 3, Optional.empty());
    public final List<StoredMaterial> files = new ArrayList<>();
    public Filing.Receipt receipt = new Filing.Accepted("20261121-000001", "ABCD", FakeHall.NOW);
    public Drafts.Opening opening = new Drafts.Opened(draft);
    public Drafts.Standing standing = new Drafts.Behind(
            SmallItem.VERSION,
            List.of(
                    new Drafts.Change(Drafts.Kind.QUESTION_NEW, "/colour", "颜色", List.of(), ""),
                    new Drafts.Change(Drafts.Kind.QUESTION_GONE, "/note", "备注", List.of("急"), "")));
    public int filed;
    public boolean deleted;

    public static Draft draft(Answers answers, long revision, Optional<String> filedAs) {
        return new Draft(5, "parking", "p-1", SmallItem.VERSION, 7, 1, answers, revision, FakeHall.NOW, filedAs);
    }

    public void changedElsewhere(Map<String, Object> answers) {
        draft = draft(Answers.of(answers), draft.revision() + 1, Optional.empty());
    }

    /** As {@link Drafts}. */
    public final class AsDrafts {

        public Optional<Draft> find(long id, Account by) {
            return Optional.of(draft).filter(found -> found.id() == id && found.account() == by.id());
        }

        public Map<String, String> known(Draft of) {
            return Map.of("party.name", "张三丰", "party.idType", "resident-id");
        }

        public Drafts.Saving save(long id, Account by, Answers answers, OptionalLong revision) {
            if (revision.isPresent() && revision.getAsLong() != draft.revision()) {
                return new Drafts.Conflict(draft);
            }
            draft = draft(answers, draft.revision() + 1, Optional.empty());
            return new Drafts.Saved(draft);
        }

        public Drafts.Moving move(long id, Account by) {
            return standing instanceof Drafts.Closed closed ? closed : new Drafts.Moved(draft);
        }

        public Drafts.Standing standing(Draft of, String language) {
            return standing;
        }

        public boolean delete(long id, Account by) {
            deleted = true;
            return true;
        }

        public Page<DraftHead> list(Account by, Optional<String> implementation, int limit, Optional<String> after) {
            boolean meant = implementation.map(draft.implementation()::equals).orElse(true);
            var head = new DraftHead(
                    draft.id(),
                    draft.item(),
                    draft.implementation(),
                    draft.version(),
                    draft.party(),
                    draft.revision(),
                    draft.updatedAt());
            return new Page<>(deleted || !meant ? List.of() : List.of(head), Optional.empty());
        }

        public Drafts.Opening open(
                Account by, Optional<Long> party, String implementation, Optional<RequestKey> request) {
            return opening;
        }
    }

    /** As {@link Filing}. */
    public final class AsFiling {

        public Filing.Receipt file(long id, Account by, String language, Optional<RequestKey> request) {
            filed++;
            return receipt;
        }

        public List<Problem> blocking(Draft of, Account by, String language) {
            var problems = new ArrayList<>(new SmallForm().problems(of.answers(), language));
            if (files.isEmpty()) {
                problems.add(new Problem("/materials/licence", "required", "请上传行驶证"));
            }
            return problems;
        }
    }

    /** As {@link Materials}: takes what is called .jpg. */
    public final class AsMaterials {

        public List<StoredMaterial> ofDraft(long id) {
            return List.copyOf(files);
        }

        public Materials.Upload add(long id, MaterialSpec spec, String name, InputStream content) {
            if (name.startsWith("late")) {
                draft = draft(draft.answers(), draft.revision(), Optional.of("20261121-000001"));
                return new Materials.Refused("filed", List.of());
            }
            if (!name.endsWith(".jpg")) {
                return new Materials.Refused("type", List.of());
            }
            var file =
                    new StoredMaterial(40 + files.size(), spec.code(), name, "image/jpeg", 2048, "ab", Instant.EPOCH);
            files.add(file);
            return new Materials.Stored(file);
        }

        public boolean remove(long id, long file) {
            return files.removeIf(stored -> stored.id() == file);
        }

        public Optional<InputStream> open(String sha256) {
            return Optional.of(new ByteArrayInputStream(new byte[2048]));
        }
    }

    /** A hall around this draft. */
    public FakeHall hall(SmallItem.Shelf shelf) {
        return new FakeHall()
                .with(org.openhall.api.catalogue.Catalogue.class, shelf)
                .with(Drafts.class, new AsDrafts())
                .with(Filing.class, new AsFiling())
                .with(Materials.class, new AsMaterials())
                .signedIn(FakeHall.citizen("anna"));
    }
}
