package org.openhall.portal.internal.view;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Map;
import org.openhall.api.cases.ClockReading;
import org.openhall.api.catalogue.Limit;

/** Dates, limits and sizes as people say them, in one language. */
public final class Words {

    private static final Map<String, String> DATE = Map.of("zh", "yyyy年M月d日 EEE", "en", "EEEE d MMMM yyyy");
    private static final Map<String, String> PLAIN_DATE = Map.of("zh", "yyyy年M月d日", "en", "d MMMM yyyy");
    private static final Map<String, String> DATE_TIME =
            Map.of("zh", "yyyy年M月d日 EEE HH:mm", "en", "EEEE d MMMM yyyy, HH:mm");
    private static final Map<String, String> SHORT_DATE = Map.of("zh", "MM-dd EEE", "en", "EEE d MMM");

    /** From here on a limit is near: three days or fewer are left. */
    private static final int SOON = 3;

    private final Texts texts;
    private final String language;
    private final ZoneId zone;

    /**
     * Speaks one language.
     *
     * @param texts the hall's words
     * @param language "zh" or "en"
     * @param zone in which dates are shown
     */
    public Words(Texts texts, String language, ZoneId zone) {
        this.texts = texts;
        this.language = language;
        this.zone = zone;
    }

    /** "zh" or "en". */
    public String language() {
        return language;
    }

    /** The hall's words in every language. */
    Texts texts() {
        return texts;
    }

    /** A text of the hall. */
    public String text(String key, Object... arguments) {
        return texts.text(language, key, arguments);
    }

    /** Name of a post; one that the hall has no word for stays as it is. */
    public String post(String post) {
        return named("word.post.", post);
    }

    /** Name of a state of a case, or of how it ended; one that the hall has no word for stays as it is. */
    public String state(String state) {
        return named("word.state.", state);
    }

    /** Whether the hall has such a text. */
    public boolean has(String key) {
        return texts.has(language, key);
    }

    /** What a kind of power (行政许可 …) is called; one that the hall has no word for stays as it is. */
    public String powerType(String name) {
        return named("word.power.", name);
    }

    private String named(String area, String name) {
        return texts.has(language, area + name) ? texts.text(language, area + name) : name;
    }

    /** 2026年11月21日 周六 · Saturday 21 November 2026. */
    public String date(Instant instant) {
        return format(DATE.get(language), instant.atZone(zone));
    }

    /** The same of a day. */
    public String date(LocalDate day) {
        return format(DATE.get(language), day);
    }

    /** 2026年11月21日 · 21 November 2026, as documents are dated. */
    public String plainDate(Instant instant) {
        return format(PLAIN_DATE.get(language), instant.atZone(zone));
    }

    /** With the time of day. */
    public String dateTime(Instant instant) {
        return format(DATE_TIME.get(language), instant.atZone(zone));
    }

    /** 11-21 周六 · Sat 21 Nov, where there is little room. */
    public String shortDate(Instant instant) {
        return format(SHORT_DATE.get(language), instant.atZone(zone));
    }

    /** 12:03. */
    public String time(Instant instant) {
        return format("HH:mm", instant.atZone(zone));
    }

    /** 还剩 3 个工作日 · 3 working days left; what a standing clock does, when it stands. */
    public String left(ClockReading clock) {
        if (clock.state() != ClockReading.State.RUNNING) {
            return text("word.clock." + clock.state().name().toLowerCase(Locale.ROOT));
        }
        String unit = unit(clock.limit());
        if (clock.left() == 0) {
            return text("word.left.today");
        }
        return clock.left() > 0 ? text("word.left." + unit, clock.left()) : text("word.overdue." + unit, -clock.left());
    }

    /** "ok", "soon", "late" or "paused", as the badge takes it. */
    public String dueState(ClockReading clock) {
        if (clock.state() != ClockReading.State.RUNNING) {
            return "paused";
        }
        if (clock.left() <= 0) {
            return "late";
        }
        return clock.left() <= SOON ? "soon" : "ok";
    }

    /** 10 个工作日 · 10 working days. */
    public String limit(Limit limit) {
        return text("word.limit." + unit(limit), limit.days());
    }

    /** 1.2 MB. */
    public String fileSize(long bytes) {
        if (bytes < 1024) {
            return bytes + " B";
        }
        return bytes < 1024 * 1024
                ? (bytes + 1023) / 1024 + " KB"
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1048576.0).replace(".0 MB", " MB");
    }

    private static String unit(Limit limit) {
        return limit.unit() == Limit.Unit.WORKING ? "working" : "calendar";
    }

    private String format(String pattern, TemporalAccessor moment) {
        Locale locale = language.equals("zh") ? Locale.CHINA : Locale.UK;
        return DateTimeFormatter.ofPattern(pattern, locale).format(moment);
    }
}
