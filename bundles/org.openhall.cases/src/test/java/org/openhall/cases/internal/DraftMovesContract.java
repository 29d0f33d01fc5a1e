package org.openhall.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhall.api.cases.CaseFile;
import org.openhall.api.cases.Draft;
import org.openhall.api.cases.Drafts.Behind;
import org.openhall.api.cases.Drafts.Change;
import org.openhall.api.cases.Drafts.Closed;
import org.openhall.api.cases.Drafts.Gone;
import org.openhall.api.cases.Drafts.Kind;
import org.openhall.api.cases.Drafts.Moved;
import org.openhall.api.cases.Drafts.Open;
import org.openhall.api.cases.Filing;
import org.openhall.api.cases.Filing.Accepted;
import org.openhall.api.cases.Filing.Superseded;
import org.openhall.api.catalogue.ItemDefinition.Need;
import org.openhall.api.catalogue.Version;
import org.openhall.api.materials.StoredMaterial;
import org.openhall.cases.internal.RealForms.Question;
import org.openhall.item.Answers;

/** What happens to a draft when its item changes under it, with forms as items bring them, on every database. */
abstract class DraftMovesContract extends HallContract {

    private static final Question PLATE = Question.text("plate", "车牌号");
    private static final Question NOTE = Question.text("note", "备注");
    private static final Question WIDTH = Question.text("width", "宽度");
    private static final Question METRES = new Question("width", "{\"type\":\"number\",\"maximum\":6}", "{}", "宽度（米）");
    private static final Question PHONE =
            new Question("phone", "{\"type\":\"string\"}", "{\"suggest\":\"account.phone\"}", "手机");
    private static final Question OWNER =
            new Question("owner", "{\"type\":\"string\"}", "{\"from\":\"party.name\"}", "车主");

    private TestItem old;
    private TestItem other;

    @BeforeEach
    void activate() {
        old = TestItem.parking().form(RealForms.of(List.of(PLATE, NOTE, WIDTH))).material("photo", Need.OPTIONAL, "");
        other = TestItem.parking()
                .form(RealForms.of(List.of(PLATE, METRES, PHONE, OWNER)))
                .material("plan", Need.REQUIRED, "")
                .limit(5);
        hall.catalogue.activate(old, "1.2.0");
        hall.catalogue.acceptsOldLines = false;
    }

    private Draft filled() {
        Draft draft = hall.draft(old);
        hall.drafts.save(
                draft.id(),
                hall.anna,
                Answers.of(Map.of("plate", "皖S 1", "note", "急", "width", "宽")),
                OptionalLong.empty());
        hall.materials.put(draft.id(), "photo");
        return again(draft);
    }

    private Draft again(Draft draft) {
        return hall.drafts.find(draft.id(), hall.anna).orElseThrow();
    }

    @Test
    void whatChangesIsToldQuestionByQuestionBeforeTheDraftMoves() {
        Draft draft = filled();
        assertThat(hall.drafts.standing(draft, "zh")).isEqualTo(new Open());

        hall.catalogue.activate(other, "1.3.0");
        Behind behind = (Behind) hall.drafts.standing(draft, "zh");

        assertThat(behind.active()).hasToString("1.3.0");
        assertThat(behind.changes())
                .extracting(Change::kind, Change::pointer, Change::name, Change::answer)
                .containsExactly(
                        tuple(Kind.QUESTION_CHANGED, "/width", "宽度（米）", List.of("宽")),
                        tuple(Kind.QUESTION_NEW, "/phone", "手机", List.of()),
                        tuple(Kind.QUESTION_GONE, "/note", "备注", List.of("急")),
                        tuple(Kind.MATERIAL_NEW, "/materials/plan", "平面图", List.of()),
                        tuple(Kind.MATERIAL_GONE, "/materials/photo", "照片", List.of("photo.pdf")),
                        tuple(Kind.LIMIT, "", "承诺办结时限", List.of()));
        assertThat(behind.changes().get(0).text())
                .as("what is wrong with it now")
                .isNotBlank();
        assertThat(behind.changes().get(5).text()).isEqualTo("10 个工作日 → 5 个工作日");
        assertThat(again(draft)).as("looking changes nothing").isEqualTo(draft);
    }

    @Test
    void aMovedDraftKeepsEveryAnswerAndGetsWhatTheHallSuggestsForNewQuestions() {
        Draft draft = filled();
        hall.catalogue.activate(other, "1.3.0");

        Draft moved = ((Moved) hall.drafts.move(draft.id(), hall.anna)).draft();

        assertThat(moved.version()).hasToString("1.3.0");
        assertThat(moved.revision()).isEqualTo(draft.revision() + 1);
        assertThat(moved.answers().asMap())
                .containsEntry("plate", "皖S 1")
                .containsEntry("note", "急")
                .containsEntry("width", "宽")
                .containsEntry("phone", "13800000000");
        assertThat(hall.drafts.standing(moved, "zh")).isEqualTo(new Open());
        assertThat(((Moved) hall.drafts.move(draft.id(), hall.anna)).draft())
                .as("moving twice is moving once")
                .isEqualTo(moved);
    }

    @Test
    void whatIsNoLongerAskedIsNotFiled() {
        Draft draft = filled();
        hall.catalogue.activate(other, "1.3.0");
        hall.drafts.move(draft.id(), hall.anna);
        StoredMaterial plan = hall.materials.put(draft.id(), "plan");
        Answers better = Answers.of(Map.of("plate", "皖S 1", "note", "急", "width", 3));
        hall.drafts.save(draft.id(), hall.anna, better, OptionalLong.empty());

        Accepted filed = (Accepted) hall.file(again(draft));

        CaseFile file = hall.cases.find(filed.number(), hall.anna).orElseThrow();
        assertThat(file.head().version()).hasToString("1.3.0");
        assertThat(file.answers().asMap()).containsOnlyKeys("plate", "width", "owner");
        assertThat(file.materials()).containsExactly(plan);
        assertThat(hall.drafts.move(draft.id(), hall.anna)).isEqualTo(new Gone(java.util.Optional.of(filed.number())));
    }

    @Test
    void afterARollbackADraftGoesDownAgainWithAllItsAnswers() {
        Draft draft = filled();
        hall.catalogue.activate(other, "1.3.0");
        hall.drafts.move(draft.id(), hall.anna);
        hall.catalogue.rollBack("parking", "1.2.0");

        Behind behind = (Behind) hall.drafts.standing(again(draft), "en");
        assertThat(behind.active()).hasToString("1.2.0");
        assertThat(behind.changes())
                .extracting(Change::kind, Change::pointer)
                .contains(tuple(Kind.QUESTION_NEW, "/note"), tuple(Kind.MATERIAL_GONE, "/materials/plan"));
        assertThat(hall.file(again(draft))).isEqualTo(new Superseded(Version.parse("1.2.0")));

        Draft down = ((Moved) hall.drafts.move(draft.id(), hall.anna)).draft();
        assertThat(down.version()).hasToString("1.2.0");
        assertThat(down.answers().asMap()).containsEntry("note", "急").containsEntry("width", "宽");
        assertThat(hall.materials.ofDraft(draft.id()))
                .as("its file waited, too")
                .extracting(StoredMaterial::code)
                .containsExactly("photo");
        assertThat(hall.file(down)).isInstanceOf(Accepted.class);
    }

    @Test
    void anItemThatTakesNothingAnyMoreKeepsItsDrafts() {
        Draft draft = filled();
        hall.catalogue.retire("parking");

        assertThat(hall.drafts.standing(draft, "zh")).isEqualTo(new Closed());
        assertThat(hall.file(draft)).isEqualTo(new Filing.Closed());
        assertThat(hall.drafts.move(draft.id(), hall.anna)).isEqualTo(new Closed());
        assertThat(again(draft)).isEqualTo(draft);
        assertThat(hall.drafts.delete(draft.id(), hall.anna)).isTrue();
    }
}
