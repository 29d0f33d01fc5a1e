package org.openhall.portal.internal.web.admin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.openhall.api.catalogue.Deployed;
import org.openhall.api.catalogue.Deployed.Line;
import org.openhall.api.catalogue.Deployed.State;
import org.openhall.api.catalogue.Version;
import org.openhall.portal.internal.view.Words;

/** What an act means for new filings, drafts and open cases, in words and with their numbers. */
final class Effects {

    private final Deployed item;
    private final Words words;
    private final Duration grace;

    /**
     * Effects of acts on an item.
     *
     * @param grace for how long older drafts may be filed after an activation
     */
    Effects(Deployed item, Duration grace, Words words) {
        this.item = item;
        this.grace = grace;
        this.words = words;
    }

    /** What happens to one kind of thing. */
    public record Effect(String about, String text) {}

    List<Effect> of(Wish wish, boolean hard) {
        return switch (wish.act()) {
            case ACTIVATE -> activate(wish.version().orElseThrow(), hard);
            case ROLLBACK -> rollback(wish.version().orElseThrow());
            case CANCEL ->
                List.of(filings("cancel", item.taking().map(Version::toString).orElse("–")));
            case RETIRE -> wish.line().map(this::retire).orElseGet(this::retireAll);
            case WITHDRAW -> withdraw(wish.line().orElseThrow());
            case RESTORE -> restore(wish.line().orElseThrow());
            case RESET ->
                List.of(effect(
                        "code", "reset", wish.line().orElseThrow().health().limit()));
        };
    }

    private List<Effect> activate(Version version, boolean hard) {
        Optional<Version> taking = item.taking();
        boolean newer = taking.filter(now -> older(version.line(), now)).isEmpty();
        boolean micro = taking.filter(now -> now.line().equals(version.line())).isPresent();
        Effect filings = newer ? filings("on", version) : effect("filings", "stay", taking.get());
        if (newer && !micro) {
            long drafts = drafts(line -> !line.line().equals(version.line()) && acceptsDrafts(line));
            return List.of(
                    filings,
                    effect("drafts", drafts == 0 ? "none" : hard ? "hard" : "grace", drafts, version, grace.toHours()),
                    cases(line -> true));
        }
        List<Effect> effects = new ArrayList<>(within(version, filings));
        long older = hard ? drafts(line -> older(line.line(), version) && acceptsDrafts(line)) : 0;
        if (older > 0) {
            effects.add(2, effect("drafts", "hard", older, newer ? version : taking.get()));
        }
        return effects;
    }

    /** Going to another micro of a line touches the line itself, and nothing else. */
    private List<Effect> within(Version version, Effect filings) {
        Predicate<Line> own = line -> line.line().equals(version.line());
        long drafts = drafts(own);
        long cases = item.lines().stream().filter(own).mapToLong(Line::cases).sum();
        return List.of(
                filings,
                effect("drafts", drafts == 0 ? "none" : "within", drafts, version),
                effect("cases", cases == 0 ? "none" : "within", cases, version));
    }

    private List<Effect> rollback(Version version) {
        Optional<Version> taking = item.taking();
        if (taking.filter(now -> now.line().equals(version.line())).isPresent()) {
            return within(version, filings("on", version));
        }
        long drafts = drafts(line -> older(version.line(), line) && acceptsDrafts(line));
        return List.of(
                filings("on", version),
                effect("drafts", drafts == 0 ? "none" : "hard", drafts, version),
                cases(line -> true));
    }

    private List<Effect> retire(Line line) {
        return List.of(
                filingsWithout(line),
                effect("drafts", line.drafts() == 0 ? "none" : "closed", line.drafts(), line.line()),
                effect("cases", line.cases() == 0 ? "none" : "drain", line.cases(), line.line()));
    }

    /** A line whose drafts may still be filed takes over. */
    private Effect filingsWithout(Line line) {
        if (line.state() != State.TAKING) {
            return effect("filings", "unchanged");
        }
        return item.lines().stream()
                .filter(other -> other.state() == State.ACCEPTING)
                .findFirst()
                .flatMap(Line::serving)
                .map(next -> filings("on", next))
                .orElseGet(() -> effect("filings", "retire"));
    }

    private List<Effect> retireAll() {
        long drafts = drafts(Effects::acceptsDrafts);
        return List.of(
                effect("filings", "retireAll"),
                effect("drafts", drafts == 0 ? "none" : "closedAll", drafts),
                cases(line -> true));
    }

    private List<Effect> withdraw(Line line) {
        return List.of(
                effect("code", "withdraw"),
                effect("filings", line.state() == State.TAKING ? "withdraw" : "unchanged", line.line()),
                effect("drafts", line.drafts() == 0 ? "none" : "withdraw", line.drafts()),
                effect("cases", line.cases() == 0 ? "none" : "withdraw", line.cases()));
    }

    private List<Effect> restore(Line line) {
        return List.of(
                effect("code", "restore"), effect("cases", line.cases() == 0 ? "none" : "restore", line.cases()));
    }

    /** Open cases stay where they are: so many on each line. */
    private Effect cases(Predicate<Line> which) {
        List<Line> open = item.lines().stream()
                .filter(which)
                .filter(line -> line.cases() > 0)
                .toList();
        if (open.isEmpty()) {
            return effect("cases", "none");
        }
        String each = open.stream()
                .map(line -> words.text("admin.effect.cases.each", line.cases(), line.line()))
                .collect(Collectors.joining(words.text("word.and")));
        return effect("cases", "stay", open.stream().mapToLong(Line::cases).sum(), each);
    }

    private long drafts(Predicate<Line> which) {
        return item.lines().stream().filter(which).mapToLong(Line::drafts).sum();
    }

    private static boolean acceptsDrafts(Line line) {
        return line.state() == State.TAKING || line.state() == State.ACCEPTING;
    }

    /** Whether a line is older than that of a version. */
    private static boolean older(String line, Version than) {
        Version first = Version.parse(line + ".0");
        return first.compareTo(Version.parse(than.line() + ".0")) < 0;
    }

    private static boolean older(String line, Line than) {
        return older(line, Version.parse(than.line() + ".0"));
    }

    private Effect filings(String what, Object about) {
        return effect("filings", what, about);
    }

    private Effect effect(String about, String what, Object... arguments) {
        List<Object> plain = new ArrayList<>();
        for (Object argument : arguments) {
            plain.add(argument instanceof Version version ? version.toString() : argument);
        }
        return new Effect(
                words.text("admin.effect." + about), words.text("admin.effect." + about + "." + what, plain.toArray()));
    }
}
