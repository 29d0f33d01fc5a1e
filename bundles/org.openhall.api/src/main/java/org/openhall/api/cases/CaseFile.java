package org.openhall.api.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openhall.api.catalogue.Catalogue;
import org.openhall.api.catalogue.Version;
import org.openhall.api.materials.StoredMaterial;
import org.openhall.item.Answers;
import org.openhall.item.Applicant;

/**
 * Everything about one case, as one reader may see it.
 *
 * @param head the case
 * @param applicant as filed, in full
 * @param answers as filed
 * @param materials as handed in
 * @param opinions of officials about single files, last first; empty for applicants
 * @param findings of the item's rules; empty for applicants
 * @param tasks open and closed, by time
 * @param events by time
 * @param clock as of now
 * @param documents the applicant got, by time
 * @param serving what serves the case's line now; empty when the case has ended or its item is not in the hall
 * @param waiting why the code of the case's line, or of an extension whose step is open, is not called; empty when it is, and when the
 *     case has ended
 */
public record CaseFile(
        CaseHead head,
        Applicant applicant,
        Answers answers,
        List<StoredMaterial> materials,
        List<MaterialOpinion> opinions,
        List<CaseFinding> findings,
        List<Task> tasks,
        List<Event> events,
        ClockReading clock,
        List<IssuedDocument> documents,
        Optional<Serving> serving,
        Optional<Waiting> waiting) {

    /**
     * What serves a line.
     *
     * @param version full version
     * @param since when it began to serve the line; said only when nothing has happened to the case under this version
     */
    public record Serving(Version version, Optional<Instant> since) {}

    /**
     * The code of the case's line is away, or that of an extension. Whatever waits for it goes on by itself once it is back.
     *
     * @param why it is away
     * @param steps identifiers of open steps that the hall would try by itself with this code and has not yet; all are the item's own or all
     *     are of one extension. May be empty: then nothing waits, and the code is the item's own
     */
    public record Waiting(Catalogue.Absence why, List<String> steps) {

        /**
         * Whose code is away.
         *
         * @return key of the extension; empty when it is the item's own
         */
        public Optional<String> extension() {
            return steps.stream()
                    .filter(step -> step.indexOf('.') > 0)
                    .map(step -> step.substring(0, step.indexOf('.')))
                    .findFirst();
        }
    }

    /**
     * An official's opinion about one file.
     *
     * @param material the file's id
     * @param sound true when nothing is to be said against it
     * @param text may be empty when sound
     * @param by name of the official
     * @param post his post
     * @param at when
     */
    public record MaterialOpinion(long material, boolean sound, String text, String by, String post, Instant at) {}

    /**
     * What a rule said when the case was filed.
     *
     * @param rule name; empty for a finding of a rule that answered
     * @param pointer where, as in {@code Finding}
     * @param message key of the item's texts, or "" when the rule gave no answer ("not checked")
     * @param arguments of the text
     */
    public record CaseFinding(String rule, String pointer, String message, List<String> arguments) {}

    /**
     * Something that happened. Never changed.
     *
     * @param at when
     * @param kind "filed", "opened", "claimed", "released", "acted", "left" (an automatic step left its task to the official),
     *     "removed" (the step of an extension was taken out while it was open, the case goes on)
     * @param step identifier; empty for "filed"
     * @param outcome name for "acted"; else empty
     * @param actor name of who did it; empty for the hall itself
     * @param post of the official; else empty
     * @param opinion of the official; empty when none was given; applicants see it only where the act made a document or ended the case
     * @param version that ran
     */
    public record Event(
            Instant at,
            String kind,
            String step,
            String outcome,
            String actor,
            String post,
            String opinion,
            Version version) {}

    /**
     * A document made from a template of the case's line.
     *
     * @param template identifier
     * @param at when it was issued
     */
    public record IssuedDocument(String template, Instant at) {}

    /**
     * A task (one open piece of work).
     *
     * @param id never reused
     * @param step identifier
     * @param post who may do it
     * @param department code
     * @param region code
     * @param claimant account id of the official who has taken it; empty once it is closed
     * @param claimantName his name
     * @param openedAt when
     * @param due of this step
     * @param closedAt when it was done
     * @param outcome how; empty while open
     */
    public record Task(
            long id,
            String step,
            String post,
            String department,
            String region,
            Optional<Long> claimant,
            String claimantName,
            Instant openedAt,
            Optional<Instant> due,
            Optional<Instant> closedAt,
            String outcome) {

        /**
         * Whether it waits to be done.
         *
         * @return true while not closed
         */
        public boolean open() {
            return closedAt.isEmpty();
        }
    }
}
