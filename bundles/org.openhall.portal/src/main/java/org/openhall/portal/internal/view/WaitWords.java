package org.openhall.portal.internal.view;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openhall.api.cases.CaseFile.Waiting;

/** Says why a case waits for the code of its item, what waits, and that it goes on by itself. */
public final class WaitWords {

    private WaitWords() {}

    /**
     * A notice above a case.
     *
     * @param kind of note: "warn" when something waits, "" when nothing does
     * @param title what waits
     * @param text why, and how it goes on
     */
    public record Notice(String kind, String title, String text) {}

    /**
     * For whoever applied: only when a step of the case waits.
     *
     * @param waiting of the case
     * @param item names its steps
     * @param words in the language wanted
     * @return empty when nothing waits
     */
    public static Optional<Notice> forApplicants(Optional<Waiting> waiting, ItemWords item, Words words) {
        return waiting.filter(found -> !found.steps().isEmpty())
                .map(found -> new Notice(
                        "warn",
                        words.text("word.waits", steps(found.steps(), item, words)),
                        words.text("word.waits.applicant", why(found, words))));
    }

    /**
     * For officials: also when nothing waits, so that they know that they can go on.
     *
     * @param waiting of the case
     * @param item names its steps
     * @param words in the language wanted
     * @return empty when the code is there
     */
    public static Optional<Notice> forOfficials(Optional<Waiting> waiting, ItemWords item, Words words) {
        return waiting.map(found -> found.steps().isEmpty()
                ? new Notice("", why(found, words), words.text("word.waits.nothing"))
                : new Notice(
                        "warn",
                        words.text("word.waits", steps(found.steps(), item, words)),
                        words.text("word.waits.official", why(found, words))));
    }

    private static String steps(List<String> steps, ItemWords item, Words words) {
        return steps.stream().map(item::step).collect(Collectors.joining(words.text("word.and")));
    }

    private static String why(Waiting waiting, Words words) {
        String whose = waiting.extension().isPresent() ? "extension." : "";
        return words.text("word.absence." + whose + waiting.why().name().toLowerCase(Locale.ROOT));
    }
}
