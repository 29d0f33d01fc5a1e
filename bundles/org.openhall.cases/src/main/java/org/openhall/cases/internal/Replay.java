package org.openhall.cases.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openhall.api.cases.CaseFile.CaseFinding;
import org.openhall.api.cases.DryRuns.Difference;
import org.openhall.api.cases.DryRuns.Note;
import org.openhall.api.catalogue.Catalogue.Checked;
import org.openhall.api.catalogue.Catalogue.Trial;
import org.openhall.api.catalogue.Implementation;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.api.materials.StoredMaterial;
import org.openhall.item.Answers;
import org.openhall.item.Finding;

/** Files a case once more on a version on trial, without writing anything, and says what would be different. */
final class Replay {

    // What was handed in by many for the same mistake need not be told at length.
    private static final int MOST_NOTES = 20;
    private static final int LONGEST_NOTE = 500;
    private static final String LANGUAGE = "zh";
    private static final String HIDDEN = "…";

    private final Trial trial;
    private final ItemVersion version;
    private final ClockReplay clock;

    Replay(Trial trial, ClockReplay clock) {
        this.trial = trial;
        this.version = trial.version();
        this.clock = clock;
    }

    /**
     * A case as it is stored.
     *
     * @param row the case
     * @param answers as filed
     * @param known what the hall knew
     * @param files handed in
     * @param findings it got
     * @param implementation it was filed for, when that is still listed
     */
    record Stored(
            CaseRow row,
            Answers answers,
            Map<String, String> known,
            List<StoredMaterial> files,
            List<CaseFinding> findings,
            Optional<Implementation> implementation) {}

    Difference of(Stored stored, Instant now) {
        Frozen application = new Frozen(
                stored.row().head().item(),
                version.version().toString(),
                stored.row().applicant(),
                version.form().effective(stored.answers(), stored.known()),
                Preparation.inOrder(version, stored.files()),
                stored.row().head().filedAt());
        List<Note> refused = new ArrayList<>(Preparation.problems(version, application, LANGUAGE).stream()
                .map(problem -> note(problem.pointer(), problem.message()))
                .toList());
        // As at the desk: rules are asked about complete applications only.
        Checked checked =
                refused.isEmpty() ? trial.check(application) : new Checked(version.version(), List.of(), List.of());
        List<Note> flagged = new ArrayList<>();
        Set<CaseFinding> had = new HashSet<>(stored.findings());
        for (Finding finding : checked.findings()) {
            Note note = note(finding.pointer(), text(finding));
            if (finding.blocks()) {
                refused.add(note);
            } else if (!had.contains(new CaseFinding("", finding.pointer(), finding.message(), finding.arguments()))) {
                flagged.add(note);
            }
        }
        Ledger ledger = stored.row().clock();
        Optional<Instant> was = ledger.read(clock, now).due();
        Optional<Instant> would = ledger.limitedTo(
                        Prepared.limitOn(stored.row().head().implementation(), stored.implementation(), version))
                .read(clock, now)
                .due();
        boolean otherDay = !was.equals(would);
        return new Difference(
                stored.row().head().number(),
                stored.row().head().version(),
                few(refused),
                few(flagged),
                was.filter(any -> otherDay),
                would.filter(any -> otherDay),
                few(checked.unchecked()));
    }

    /** Without the arguments: a rule may take them from the answers, which are no business of who looks at a run. */
    private String text(Finding finding) {
        String text = version.text(LANGUAGE, finding.message());
        List<String> hidden = Collections.nCopies(finding.arguments().size(), HIDDEN);
        return text.isEmpty() ? finding.message() : Words.fill(LANGUAGE, text, hidden);
    }

    private static Note note(String pointer, String text) {
        return new Note(shorten(pointer), shorten(text));
    }

    private static String shorten(String text) {
        return text.length() <= LONGEST_NOTE ? text : text.substring(0, LONGEST_NOTE - 1) + "…";
    }

    private static <T> List<T> few(List<T> all) {
        return List.copyOf(all.subList(0, Math.min(all.size(), MOST_NOTES)));
    }
}
