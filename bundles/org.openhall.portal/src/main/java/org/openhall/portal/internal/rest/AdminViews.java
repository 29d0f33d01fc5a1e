package org.openhall.portal.internal.rest;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.openhall.api.catalogue.Deployed;
import org.openhall.api.catalogue.Deployments;
import org.openhall.api.catalogue.Version;
import org.openhall.api.forms.Defect;

/** Deployed items and acts as programs see them. */
final class AdminViews {

    private AdminViews() {}

    /** A deployed item. */
    public record Item(
            String item,
            Map<String, String> names,
            String bundle,
            List<String> departments,
            Optional<Version> taking,
            Optional<Version> before,
            List<Line> lines,
            Optional<Deployed.Plan> plan) {}

    /** A line of an item. */
    public record Line(
            String line,
            Optional<Version> serving,
            String state,
            Optional<Instant> activatedAt,
            Optional<Instant> acceptsUntil,
            long cases,
            long drafts,
            Health health,
            List<Deployed.Arrived> versions) {}

    /** How the code of a line is. */
    public record Health(
            Optional<String> absence,
            boolean code,
            long failures,
            int lost,
            int limit,
            boolean open,
            int threads,
            Optional<String> lastFailure) {}

    /** What is wrong with a bundle, where. */
    public record Mistake(String file, int line, String message) {}

    static Mistake mistake(Defect defect) {
        return new Mistake(defect.file(), defect.line(), defect.message());
    }

    /** One act. */
    public record Act(
            long id, String item, Optional<String> version, String kind, Instant at, String by, List<String> report) {}

    static Item item(Deployed item) {
        return new Item(
                item.item(),
                item.names(),
                item.bundle(),
                item.departments().stream().sorted().toList(),
                item.taking(),
                item.before(),
                item.lines().stream().map(AdminViews::line).toList(),
                item.plan());
    }

    static Act act(Deployments.Recorded act) {
        return new Act(act.id(), act.item(), act.version(), lower(act.kind()), act.at(), act.by(), act.report());
    }

    private static Line line(Deployed.Line line) {
        Deployed.Health health = line.health();
        return new Line(
                line.line(),
                line.serving(),
                lower(line.state()),
                line.activatedAt(),
                line.acceptsUntil(),
                line.cases(),
                line.drafts(),
                new Health(
                        health.absence().map(AdminViews::lower),
                        health.code(),
                        health.failures(),
                        health.lost(),
                        health.limit(),
                        health.open(),
                        health.threads(),
                        health.lastFailure()),
                line.versions());
    }

    /** ROLLED_BACK → "rolled-back". */
    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
