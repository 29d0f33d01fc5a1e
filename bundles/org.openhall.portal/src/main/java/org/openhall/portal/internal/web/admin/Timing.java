package org.openhall.portal.internal.web.admin;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openhall.portal.internal.http.PostedForm;
import org.openhall.portal.internal.view.Words;

/**
 * When and how hard a version is activated, as it was typed.
 *
 * @param later whether a time is wanted
 * @param date year, month, day
 * @param time of day
 * @param hard whether drafts of older lines are closed at once
 * @param dateErrors beside the date
 * @param timeErrors beside the time
 * @param at the moment, when one is wanted and could be read
 */
public record Timing(
        boolean later,
        List<String> date,
        String time,
        boolean hard,
        List<String> dateErrors,
        List<String> timeErrors,
        Optional<Instant> at) {

    private static final Pattern TIME = Pattern.compile("([01]?[0-9]|2[0-3])[:：]([0-5][0-9])");

    static Timing fresh() {
        return new Timing(false, List.of("", "", ""), "", false, List.of(), List.of(), Optional.empty());
    }

    static Timing read(PostedForm form, ZoneId zone, Words words) {
        boolean later = form.text("when").equals("later");
        List<String> typed = List.of(form.text("at-y"), form.text("at-m"), form.text("at-d"));
        List<String> dateErrors = new ArrayList<>();
        List<String> timeErrors = new ArrayList<>();
        Optional<LocalDate> day = day(typed);
        Optional<LocalTime> time = time(form.text("time"));
        if (later && day.isEmpty()) {
            dateErrors.add(words.text("admin.activate.badDate"));
        }
        if (later && time.isEmpty()) {
            timeErrors.add(words.text("admin.activate.badTime"));
        }
        Optional<Instant> at = later && day.isPresent() && time.isPresent()
                ? Optional.of(day.get().atTime(time.get()).atZone(zone).toInstant())
                : Optional.empty();
        return new Timing(later, typed, form.text("time"), form.has("hard"), dateErrors, timeErrors, at);
    }

    boolean readable() {
        return dateErrors.isEmpty() && timeErrors.isEmpty();
    }

    /** The hall does not take this time. */
    Timing wrongTime(String error) {
        return new Timing(later, date, time, hard, List.of(error), timeErrors, at);
    }

    private static Optional<LocalDate> day(List<String> parts) {
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(parts.get(0)), Integer.parseInt(parts.get(1)), Integer.parseInt(parts.get(2))));
        } catch (NumberFormatException | DateTimeException e) {
            // no such day, such as 31 November; the page says so
            return Optional.empty();
        }
    }

    private static Optional<LocalTime> time(String text) {
        Matcher matcher = TIME.matcher(text);
        return matcher.matches()
                ? Optional.of(LocalTime.of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }
}
