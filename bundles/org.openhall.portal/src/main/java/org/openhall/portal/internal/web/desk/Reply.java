package org.openhall.portal.internal.web.desk;

import java.util.List;
import java.util.Optional;
import org.openhall.portal.internal.web.desk.DeskLinks.Link;

/**
 * What a case page shows beyond the case: which task and file were chosen, what was typed and comes back, what just happened.
 *
 * @param task chosen; empty for the first one
 * @param file shown; empty for the first one
 * @param action chosen outcome; "" for none
 * @param opinion as typed
 * @param actionError beside the outcomes; "" for none
 * @param opinionError beside the opinion; "" for none
 * @param remark opinion about the file as typed
 * @param remarkError beside it; "" for none
 * @param done outcome of the act that led here; "" for none
 * @param carried whether the opinions about files are to be taken into the opinion
 * @param notice what happened
 */
record Reply(
        Optional<Long> task,
        Optional<Long> file,
        String action,
        String opinion,
        String actionError,
        String opinionError,
        String remark,
        String remarkError,
        String done,
        boolean carried,
        Optional<Notice> notice) {

    /**
     * A message over the page.
     *
     * @param kind "ok", "warn" or "error"
     * @param title one sentence
     * @param text what follows from it; may be empty
     * @param kept what was typed and could not be taken; may be empty
     * @param links where to go now
     */
    public record Notice(String kind, String title, String text, String kept, List<Link> links) {}

    static Reply about(Optional<Long> task, Optional<Long> file) {
        return new Reply(task, file, "", "", "", "", "", "", "", false, Optional.empty());
    }

    /** After an act: it is told, and nothing is chosen any more. */
    Reply after(String act) {
        return new Reply(task, file, "", "", "", "", "", "", act, carried, notice);
    }

    /** With the opinions about files taken into the opinion. */
    Reply carrying(boolean wanted) {
        return new Reply(task, file, action, opinion, "", "", "", "", done, wanted, notice);
    }

    /** An act as it was typed. */
    Reply typed(String chosen, String text) {
        return new Reply(task, file, chosen, text, "", "", "", "", "", false, notice);
    }

    Reply wrongAction(String error) {
        return new Reply(task, file, action, opinion, error, "", "", "", "", false, notice);
    }

    Reply wrongOpinion(String error) {
        return new Reply(task, file, action, opinion, "", error, "", "", "", false, notice);
    }

    /** An opinion about the file as it was typed. */
    Reply remarked(String text, String error) {
        return new Reply(task, file, "", "", "", "", text, error, "", false, notice);
    }

    Reply with(Notice happened) {
        return new Reply(
                task,
                file,
                action,
                opinion,
                actionError,
                opinionError,
                remark,
                remarkError,
                done,
                carried,
                Optional.of(happened));
    }
}
