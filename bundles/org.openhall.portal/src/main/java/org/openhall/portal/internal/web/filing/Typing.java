package org.openhall.portal.internal.web.filing;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openhall.api.cases.Drafts;
import org.openhall.api.forms.Form.Line;
import org.openhall.item.Answers;
import org.openhall.portal.internal.http.PostedForm;
import org.openhall.portal.internal.http.Visit;

/** Saves what was typed into one page, and lets people choose when two windows typed different things. */
final class Typing {

    /** Fields of the page itself; a colon keeps them apart from those of any item. */
    static final String REVISION = "draft:revision";

    static final String LEAVE = "draft:leave";
    static final String REFRESH = "draft:refresh";
    static final String KEEP = "draft:keep";

    private static final Set<String> OWN = Set.of("csrf", REVISION, LEAVE, REFRESH, KEEP);
    private static final Pattern ROWS = Pattern.compile("add:(.+)|remove:(.+):[0-9]+");

    private final DraftRoom room;

    Typing(DraftRoom room) {
        this.room = room;
    }

    /**
     * An answer that differs.
     *
     * @param question in words
     * @param mine typed in this window
     * @param theirs saved meanwhile
     */
    public record Difference(String question, List<String> mine, List<String> theirs) {}

    /** A field that is posted again. */
    public record Hidden(String name, String value) {}

    /** Saves the page's fields and nothing else. */
    Drafts.Saving save(OpenDraft open, String page, PostedForm posted) {
        Answers before = open.draft().answers();
        Answers now = open.form().merge(page, before, fields(posted));
        if (now.equals(before)) {
            return new Drafts.Saved(open.draft());
        }
        Drafts.Saving saving =
                save(open, now, posted.number(REVISION).orElse(open.draft().revision()));
        if (saving instanceof Drafts.Conflict conflict) {
            OpenDraft current = open.with(conflict.current());
            Answers mine = current.form().merge(page, conflict.current().answers(), fields(posted));
            // Nothing that this page shows was changed elsewhere: there is nothing to choose.
            return differences(current, page, mine).isEmpty()
                    ? save(current, mine, conflict.current().revision())
                    : saving;
        }
        return saving;
    }

    private Drafts.Saving save(OpenDraft open, Answers answers, long revision) {
        return room.services().drafts().save(open.draft().id(), open.account(), answers, OptionalLong.of(revision));
    }

    /** The button of a list of objects that was pressed: the list's name. */
    static Optional<String> rowButton(PostedForm posted) {
        return posted.fields().keySet().stream()
                .map(ROWS::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .findFirst();
    }

    /** Sends the browser on to a place on a page. */
    static Response at(String path, String id) {
        return Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, path + "#" + id)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** Both versions of this page side by side; what was typed here travels along until it is decided. */
    Response conflict(Visit visit, OpenDraft current, String page) {
        Answers mine = current.form().merge(page, current.draft().answers(), fields(visit.form()));
        Map<String, Object> model = room.common(current);
        model.put("action", current.page(page));
        model.put("differences", differences(current, page, mine));
        model.put("hidden", hidden(visit.form()));
        return room.pages().show(visit, 409, "filing-conflict", model).build();
    }

    private static List<Difference> differences(OpenDraft current, String page, Answers mine) {
        Map<String, Line> here = lines(current, page, mine);
        Map<String, Line> there = lines(current, page, current.draft().answers());
        Map<String, Line> all = new LinkedHashMap<>(there);
        all.putAll(here);
        var differences = new ArrayList<Difference>();
        all.forEach((pointer, line) -> {
            List<String> my = answer(here, pointer);
            List<String> their = answer(there, pointer);
            if (!my.equals(their)) {
                differences.add(new Difference(line.question(), my, their));
            }
        });
        return List.copyOf(differences);
    }

    private static Map<String, Line> lines(OpenDraft open, String page, Answers answers) {
        Map<String, Line> lines = new LinkedHashMap<>();
        open.form().summary(open.form().effective(answers, open.known()), open.language()).stream()
                .filter(section -> section.page().equals(page))
                .flatMap(section -> section.lines().stream())
                .forEach(line -> lines.put(line.pointer(), line));
        return lines;
    }

    private static List<String> answer(Map<String, Line> lines, String pointer) {
        Line line = lines.get(pointer);
        return line == null ? List.of() : line.answer();
    }

    private static List<Hidden> hidden(PostedForm posted) {
        var hidden = new ArrayList<Hidden>();
        fields(posted).forEach((name, values) -> values.forEach(value -> hidden.add(new Hidden(name, value))));
        return hidden;
    }

    private static Map<String, List<String>> fields(PostedForm posted) {
        Map<String, List<String>> fields = new LinkedHashMap<>(posted.fields());
        fields.keySet().removeAll(OWN);
        return fields;
    }
}
