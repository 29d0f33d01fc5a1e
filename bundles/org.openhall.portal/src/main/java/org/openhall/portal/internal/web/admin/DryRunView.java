package org.openhall.portal.internal.web.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openhall.api.cases.DryRuns.Difference;
import org.openhall.api.cases.DryRuns.DryRun;
import org.openhall.portal.internal.http.Paths;
import org.openhall.portal.internal.view.Words;
import org.openhall.portal.internal.web.admin.LineWords.Tag;

/** Runs and what they found, in words. */
final class DryRunView {

    private DryRunView() {}

    /** A run in a list. */
    public record Brief(String href, String version, String when, String who, Tag state, String found) {}

    /** A case that would go another way. */
    public record Row(String number, String href, String filedOn, List<Tag> tags) {}

    static Brief brief(DryRun run, Words words) {
        var speech = new LineWords(words);
        return new Brief(
                AdminLinks.dryRun(run.id()),
                run.version().toString(),
                speech.moment(run.startedAt()),
                speech.by(run.by()),
                state(run, words),
                words.text(
                        "admin.run.found",
                        run.done(),
                        run.total(),
                        run.refused(),
                        run.flagged(),
                        run.due(),
                        run.unchecked()));
    }

    static Tag state(DryRun run, Words words) {
        if (run.endedAt().isEmpty()) {
            return new Tag(words.text("admin.run.running"), "info", "clock");
        }
        return run.failure().isPresent() || run.done() < run.total()
                ? new Tag(words.text("admin.run.cutOff"), "warn", "exclamation-triangle-fill")
                : new Tag(words.text("admin.run.ended"), "ok", "check-circle-fill");
    }

    static Row row(DryRun run, Difference difference, String after, Words words) {
        String href = AdminLinks.dryRun(run.id()) + "/cases/" + Paths.segment(difference.number());
        return new Row(
                difference.number(),
                AdminLinks.onward(href, after),
                difference.filedOn().toString(),
                tags(difference, words));
    }

    static List<Tag> tags(Difference difference, Words words) {
        List<Tag> tags = new ArrayList<>();
        if (!difference.refused().isEmpty()) {
            tags.add(new Tag(words.text("admin.run.refused"), "error", "x-lg"));
        }
        if (!difference.flagged().isEmpty()) {
            tags.add(new Tag(
                    words.text("admin.run.flagged", difference.flagged().size()), "warn", "exclamation-triangle"));
        }
        due(difference, words).ifPresent(text -> tags.add(new Tag(text, "info", "clock")));
        if (!difference.unchecked().isEmpty()) {
            tags.add(new Tag(words.text("admin.run.unchecked"), "", "dash"));
        }
        return tags;
    }

    /** Due on another day: 11-27 → 12-02. */
    static Optional<String> due(Difference difference, Words words) {
        if (difference.dueWas().isEmpty() && difference.dueWould().isEmpty()) {
            return Optional.empty();
        }
        String none = words.text("admin.run.noDue");
        return Optional.of(words.text(
                "admin.run.due",
                difference.dueWas().map(words::shortDate).orElse(none),
                difference.dueWould().map(words::shortDate).orElse(none)));
    }
}
