package org.openhall.portal.internal.web.admin;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openhall.api.catalogue.Deployments.Reason;
import org.openhall.api.catalogue.Told;
import org.openhall.portal.internal.view.Words;

/** Reports in the reader's language and with the hall's time; what was not said in its own sentences stays as it is. */
final class ToldWords {

    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z");
    private static final Pattern REASONED = Pattern.compile("([A-Z_]+)(?: (.*))?");
    private static final Pattern BETWEEN = Pattern.compile(", (?=the )");

    private final Words words;

    ToldWords(Words words) {
        this.words = words;
    }

    /**
     * A line of a report.
     *
     * @param text to show
     * @param english whether it is that, whatever the page is
     */
    public record Line(String text, boolean english) {}

    List<Line> lines(List<String> report) {
        return report.stream().map(this::line).toList();
    }

    Line line(String text) {
        return told(text).map(said -> new Line(said, false)).orElse(new Line(text, true));
    }

    private Optional<String> told(String text) {
        return Told.read(text)
                .map(said -> words.text(
                        "admin.told." + said.told().name().toLowerCase(Locale.ROOT),
                        said.arguments().stream().map(this::argument).toArray()));
    }

    private String argument(String text) {
        if (TIME.matcher(text).matches()) {
            return time(text);
        }
        Matcher reasoned = REASONED.matcher(text);
        if (reasoned.matches()) {
            Optional<String> reason = reason(reasoned.group(1));
            if (reason.isPresent()) {
                return Stream.of(
                                reason.get(),
                                Optional.ofNullable(reasoned.group(2)).orElse(""))
                        .filter(part -> !part.isEmpty())
                        .map(part -> told(part).orElse(part))
                        .collect(Collectors.joining(words.text("admin.told.colon")));
            }
        }
        return Stream.of(BETWEEN.split(text))
                .map(part -> told(part).orElse(part))
                .collect(Collectors.joining(words.text("filing.comma")));
    }

    private Optional<String> reason(String name) {
        return Arrays.stream(Reason.values())
                .filter(reason -> reason.name().equals(name))
                .map(reason -> "admin.reason." + name.toLowerCase(Locale.ROOT))
                .filter(words::has)
                .map(words::text)
                .findFirst();
    }

    private String time(String iso) {
        try {
            return words.dateTime(Instant.parse(iso));
        } catch (DateTimeException noTime) {
            return iso;
        }
    }
}
