package org.openhall.portal.internal.web.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openhall.api.catalogue.Catalogue.Absence;
import org.openhall.api.catalogue.Deployed;
import org.openhall.api.catalogue.Deployed.Arrived;
import org.openhall.api.catalogue.Deployed.Line;
import org.openhall.api.catalogue.Deployed.State;
import org.openhall.api.catalogue.Version;
import org.openhall.portal.internal.view.Words;
import org.openhall.portal.internal.web.admin.AdminLinks.Link;
import org.openhall.portal.internal.web.admin.LineWords.Tag;

/** The lines of an item with what can be done about each. */
final class LineRows {

    private static final int SHORT_HASH = 12;

    private final Deployed item;
    private final boolean dryRuns;
    private final Words words;
    private final LineWords speech;

    /**
     * Writes rows.
     *
     * @param dryRuns whether versions can be replayed over cases; nobody files an extension
     */
    LineRows(Deployed item, boolean dryRuns, Words words) {
        this.item = item;
        this.dryRuns = dryRuns;
        this.words = words;
        this.speech = new LineWords(words);
    }

    /** One line. */
    public record Row(
            String line,
            Tag state,
            String summary,
            Optional<String> activated,
            List<Tag> health,
            Optional<String> lastFailure,
            List<Link> acts,
            List<VersionRow> versions) {}

    /** A version that entered. */
    public record VersionRow(String version, String hash, String arrived, boolean serving, List<Link> acts) {}

    List<Row> rows() {
        return item.lines().stream().map(this::row).toList();
    }

    /** The newest version that serves nothing although it is newer than what does: what the page offers first. */
    Optional<Version> candidate() {
        return item.lines().stream()
                .flatMap(line -> line.versions().stream().filter(arrived -> !serves(line, arrived.version())))
                .map(Arrived::version)
                .filter(version -> item.taking().isEmpty()
                        || version.compareTo(item.taking().get()) > 0)
                .max(Version::compareTo);
    }

    private Row row(Line line) {
        return new Row(
                line.line(),
                speech.state(line),
                speech.summary(line),
                line.activatedAt().map(speech::moment),
                speech.health(line),
                over(line) ? Optional.empty() : line.health().lastFailure(),
                acts(line),
                line.versions().stream().map(arrived -> version(line, arrived)).toList());
    }

    private List<Link> acts(Line line) {
        List<Link> acts = new ArrayList<>();
        if (over(line)) {
            // nothing calls its code; activating it brings it back
            return acts;
        }
        Optional<Absence> absence = line.health().absence();
        boolean away = absence.filter(why -> why != Absence.BROKEN).isPresent();
        if (line.health().open()) {
            acts.add(link(Act.RESET, line.line()));
        }
        if (away) {
            acts.add(link(Act.RESTORE, line.line()));
        }
        if (line.state() == State.TAKING || line.state() == State.ACCEPTING) {
            acts.add(link(Act.RETIRE, line.line()));
        }
        if (line.health().code() && !away && line.serving().isPresent()) {
            acts.add(link(Act.WITHDRAW, line.line()));
        }
        return acts;
    }

    private static boolean over(Line line) {
        return line.state() == State.DRAINED;
    }

    private VersionRow version(Line line, Arrived arrived) {
        Version version = arrived.version();
        List<Link> acts = new ArrayList<>();
        if (canActivate(line, version)) {
            acts.add(link(Act.ACTIVATE, version.toString()));
        }
        if (item.taking().filter(taking -> version.compareTo(taking) < 0).isPresent()) {
            acts.add(link(Act.ROLLBACK, version.toString()));
        }
        if (dryRuns) {
            acts.add(new Link(
                    "dry-run",
                    AdminLinks.startDryRun(item.item(), version.toString()),
                    words.text("admin.act.dry-run")));
        }
        return new VersionRow(
                version.toString(),
                arrived.sha256()
                        .substring(0, Math.min(SHORT_HASH, arrived.sha256().length())),
                words.text("admin.arrived", speech.moment(arrived.at()), speech.by(arrived.by())),
                serves(line, version) && !over(line),
                acts);
    }

    /** A version that serves its line can only be activated when its line takes nothing new although no newer one does. */
    private boolean canActivate(Line line, Version version) {
        boolean closed = line.state() == State.DRAINING || over(line);
        return !serves(line, version)
                || item.taking()
                        .map(taking -> closed && version.compareTo(taking) > 0)
                        .orElse(true);
    }

    private static boolean serves(Line line, Version version) {
        return line.serving().filter(version::equals).isPresent();
    }

    private Link link(Act act, String subject) {
        return new Link(
                act.grave() ? "grave" : "",
                AdminLinks.ask(item.item(), act, subject),
                words.text("admin.act." + act.key()));
    }
}
