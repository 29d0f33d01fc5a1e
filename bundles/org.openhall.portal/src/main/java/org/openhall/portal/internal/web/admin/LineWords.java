package org.openhall.portal.internal.web.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openhall.api.catalogue.Catalogue.Absence;
import org.openhall.api.catalogue.Deployed;
import org.openhall.api.catalogue.Deployed.Health;
import org.openhall.api.catalogue.Deployed.Line;
import org.openhall.api.catalogue.Deployed.Plan;
import org.openhall.api.catalogue.Deployed.State;
import org.openhall.portal.internal.view.Words;

/** Lines of items, their health and who did what, as people say it. */
final class LineWords {

    private static final Map<State, Tag> TAGS = Map.of(
            State.WAITING, new Tag("", "info", "clock"),
            State.TAKING, new Tag("", "ok", "check-circle-fill"),
            State.ACCEPTING, new Tag("", "warn", "hourglass-split"),
            State.DRAINING, new Tag("", "warn", "hourglass-split"),
            State.DRAINED, new Tag("", "", "inbox"));

    private final Words words;

    LineWords(Words words) {
        this.words = words;
    }

    /** A tag. */
    public record Tag(String text, String tone, String icon) {}

    Tag state(Line line) {
        Tag look = TAGS.get(line.state());
        return new Tag(words.text("admin.state." + line.state().name().toLowerCase(Locale.ROOT)), look.tone, look.icon);
    }

    /** "1.2 排空中：还有 3 件" · "3 cases remain on 1.2". */
    String summary(Line line) {
        String key = "admin.line." + line.state().name().toLowerCase(Locale.ROOT);
        return words.text(
                key,
                line.line(),
                line.cases(),
                line.drafts(),
                line.acceptsUntil().map(this::moment).orElse(""));
    }

    /** The lines that still matter, newest first. */
    List<String> summaries(Deployed item) {
        List<Line> open = item.lines().stream()
                .filter(line -> line.state() != State.DRAINED)
                .toList();
        return (open.isEmpty() ? item.lines() : open)
                .stream().map(this::summary).toList();
    }

    /** What is wrong with the code of a line; nothing when all is well, and when nothing needs it any more. */
    List<Tag> health(Line line) {
        return line.state() == State.DRAINED ? List.of() : health(line.health());
    }

    private List<Tag> health(Health health) {
        List<Tag> tags = new ArrayList<>();
        health.absence()
                .filter(absence -> absence != Absence.BROKEN)
                .ifPresent(absence -> tags.add(new Tag(
                        words.text("admin.health." + absence.name().toLowerCase(Locale.ROOT)),
                        "error",
                        "exclamation-octagon-fill")));
        if (health.open()) {
            tags.add(new Tag(words.text("admin.health.broken"), "error", "exclamation-octagon-fill"));
        }
        if (health.failures() > 0) {
            tags.add(new Tag(
                    words.text("admin.health.failures", health.failures()), "warn", "exclamation-triangle-fill"));
        }
        if (health.lost() > 0) {
            tags.add(new Tag(
                    words.text("admin.health.lost", health.lost(), health.limit()),
                    "warn",
                    "exclamation-triangle-fill"));
        }
        if (health.threads() > 0) {
            tags.add(
                    new Tag(words.text("admin.health.threads", health.threads()), "warn", "exclamation-triangle-fill"));
        }
        return tags;
    }

    /** 1.4.0 将在 … 启用, and whether older drafts end with it. */
    String plan(Plan plan) {
        return words.text(plan.hard() ? "admin.planHard" : "admin.plan", plan.version(), words.dateTime(plan.at()));
    }

    /** Who did it: an account's name, or the way it came. */
    String by(String name) {
        String key = "admin.by." + name;
        return words.has(key) ? words.text(key) : name;
    }

    String moment(java.time.Instant at) {
        return words.shortDate(at) + " " + words.time(at);
    }
}
