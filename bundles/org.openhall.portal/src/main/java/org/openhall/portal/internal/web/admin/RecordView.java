package org.openhall.portal.internal.web.admin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.openhall.api.catalogue.Deployments.Kind;
import org.openhall.api.catalogue.Deployments.Recorded;
import org.openhall.api.catalogue.Operator;
import org.openhall.portal.internal.view.Words;

/** Acts of the record as entries of a history. */
final class RecordView {

    /** Whoever drains lines. */
    private static final Operator HALL = Operator.way("hall");

    /** Whoever comes later asks for something else than to be told what he did. */
    private static final Duration LATELY = Duration.ofMinutes(5);

    private final Words words;
    private final LineWords speech;

    RecordView(Words words) {
        this.words = words;
        this.speech = new LineWords(words);
    }

    /** One act. */
    public record Entry(
            String what,
            String when,
            String who,
            Optional<String> item,
            boolean refused,
            List<ToldWords.Line> report) {}

    Entry entry(Recorded act, boolean named) {
        return new Entry(
                what(act),
                speech.moment(act.at()),
                act.account().isPresent() ? act.by() : speech.by(act.by()),
                named ? Optional.of(act.item()) : Optional.empty(),
                act.kind() == Kind.REFUSED,
                report(act));
    }

    /**
     * What the visitor did some minutes ago at most, when nobody else did anything after it; what the hall itself did in consequence does
     * not count.
     */
    static Optional<Recorded> just(Act act, List<Recorded> record, Operator by, Instant now) {
        return record.stream()
                .filter(newest -> !newest.doneBy(HALL))
                .findFirst()
                .filter(newest -> act.recordedAs(newest.kind()) && newest.doneBy(by))
                .filter(newest -> newest.at().isAfter(now.minus(LATELY)));
    }

    /** What the hall noted, as the reader says it. */
    List<ToldWords.Line> report(Recorded act) {
        List<ToldWords.Line> lines = new ToldWords(words).lines(act.report());
        if (!words.language().equals("zh")) {
            return lines;
        }
        int chinese = Math.min(lines.size(), act.chinese().size());
        return Stream.concat(
                        act.chinese().stream().limit(chinese).map(line -> new ToldWords.Line(line, false)),
                        lines.stream().skip(chinese))
                .toList();
    }

    /** 启用 1.4.0. */
    String what(Recorded act) {
        String kind = words.text("admin.kind." + act.kind().name().toLowerCase(Locale.ROOT));
        return act.version().map(version -> kind + " " + version).orElse(kind);
    }
}
