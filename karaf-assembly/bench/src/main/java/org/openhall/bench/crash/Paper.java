package org.openhall.bench.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openhall.bench.hall.Person;
import org.openhall.bench.item.Filled;
import org.openhall.bench.item.ItemVersion;
import org.openhall.bench.load.Reply;
import org.openhall.bench.load.Request;

/**
 * One application as those know it who file it and act on it: what they asked for, and what the hall told them that it has done. Used by one
 * thread at a time.
 */
final class Paper {

    static final String ITEM = "crash";
    static final ItemVersion VERSION = new ItemVersion(1, 0, 0);
    static final String MATERIAL = "paper";

    private static final String APPLICATIONS = "/api/v1/applications";

    /** What is done one after the other; {@code sends} and {@code takes} are its request and what becomes of the answer. */
    enum Step {
        OPEN(201),
        DRAFT(200),
        FIRST_SHEET(201),
        ANSWER(200),
        SECOND_SHEET(201),
        SUBMIT(201),
        ACCEPT(200),
        APPROVE(200),
        DONE(0);

        private final int status;

        Step(int status) {
            this.status = status;
        }
    }

    /**
     * An act that was asked for.
     *
     * @param outcome its name
     * @param opinion no other act has the same
     */
    record Act(String outcome, String opinion) {}

    private final long seed;
    private final Staff staff;
    private final Person by;
    private final List<Sheet> sheets = new ArrayList<>();
    private final List<Act> acts = new ArrayList<>();
    private Step step = Step.OPEN;
    private Optional<Request> pending = Optional.empty();
    private String draft = "";
    private String answers = "";
    private String number = "";
    private String code = "";

    /** @param seed no other paper has the same */
    Paper(long seed, Staff staff) {
        this.seed = seed;
        this.staff = staff;
        this.by = staff.citizens().get((int) (seed % staff.citizens().size()));
    }

    /** What is to be sent now; the same request again, with the same key, until it is answered. */
    Request next() {
        if (pending.isEmpty()) {
            pending = Optional.of(request());
        }
        return pending.get();
    }

    /** The status of the answer that says that it is done. */
    int expected() {
        return step.status;
    }

    /** The whole answer was read. */
    void acknowledge(Reply reply) {
        switch (step) {
            case OPEN -> draft = reply.field("id");
            case DRAFT, ANSWER -> answers = wanted();
            case FIRST_SHEET, SECOND_SHEET -> sheets.add(sheet(step));
            case SUBMIT -> {
                number = reply.field("number");
                code = reply.field("queryCode");
            }
            case ACCEPT, APPROVE -> acts.add(act(step));
            default -> throw new IllegalStateException("nothing was asked");
        }
        pending = Optional.empty();
        step = last() ? Step.DONE : Step.values()[step.ordinal() + 1];
    }

    /** Some stay at each step, so that there are open drafts and cases too. */
    private boolean last() {
        return switch ((int) (seed % 16)) {
            case 3 -> step == Step.SECOND_SHEET;
            case 7 -> step == Step.SUBMIT;
            case 11 -> step == Step.ACCEPT;
            default -> step == Step.APPROVE;
        };
    }

    private Request request() {
        return switch (step) {
            case OPEN -> Request.post(APPLICATIONS, by.token(), "{\"item\":\"" + ITEM + "\"}");
            case DRAFT, ANSWER -> Request.put(path() + "/answers", by.token(), wanted());
            case FIRST_SHEET, SECOND_SHEET -> sheet(step).upload(path() + "/materials/" + MATERIAL, by.token());
            case SUBMIT -> Request.post(path() + "/submit", by.token(), "{}");
            case ACCEPT -> act(staff.intake());
            case APPROVE -> act(staff.approver());
            case DONE -> throw new IllegalStateException("nothing is left to be done");
        };
    }

    private Request act(Person official) {
        Act act = act(step);
        return Request.post(
                "/api/v1/desk/cases/" + number + "/" + act.outcome(),
                official.token(),
                "{\"opinion\":\"" + act.opinion() + "\"}");
    }

    private Act act(Step of) {
        return new Act(of == Step.ACCEPT ? "accept" : "approve", "意见 " + of + " " + seed);
    }

    private Sheet sheet(Step of) {
        return new Sheet(seed * 2 + (of == Step.FIRST_SHEET ? 0 : 1), 1_000 + (int) (seed * 7_919 % 60_000));
    }

    /** The answers after this step. */
    private String wanted() {
        return Filled.form(VERSION).replace("压测", (step == Step.DRAFT ? "草稿 " : "压测 ") + seed);
    }

    private String path() {
        return APPLICATIONS + "/" + draft;
    }

    Step step() {
        return step;
    }

    boolean done() {
        return step == Step.DONE;
    }

    /** Whether something was asked for that nobody answered. */
    boolean underWay() {
        return pending.isPresent();
    }

    /** What the draft may say: what was acknowledged, and what was under way. */
    List<String> answersMayBe() {
        return underWay() && (step == Step.DRAFT || step == Step.ANSWER)
                ? List.of(answers, wanted())
                : List.of(answers);
    }

    /** What may be there besides {@link #sheets}, because it was under way. */
    Optional<Sheet> sheetUnderWay() {
        return underWay() && (step == Step.FIRST_SHEET || step == Step.SECOND_SHEET)
                ? Optional.of(sheet(step))
                : Optional.empty();
    }

    /** Whether the case may be there although nobody was told its number. */
    boolean filingUnderWay() {
        return underWay() && step == Step.SUBMIT;
    }

    /** Id of the draft; empty until it was acknowledged. */
    String draft() {
        return draft;
    }

    /** Number of the case; empty until it was acknowledged. */
    String number() {
        return number;
    }

    String code() {
        return code;
    }

    Person by() {
        return by;
    }

    /** Who may read the case. */
    Person reader() {
        return acts.isEmpty() ? staff.intake() : staff.approver();
    }

    List<Sheet> sheets() {
        return sheets;
    }

    List<Act> acts() {
        return acts;
    }

    /** What everybody with number and code must see. */
    String state() {
        return List.of("submitted", "accepted", "completed").get(acts.size());
    }

    @Override
    public String toString() {
        return "paper " + seed + " (" + by.username() + ", draft " + draft + ", case " + number + ", "
                + (underWay() ? "asked for " : "before ") + step + ")";
    }
}
