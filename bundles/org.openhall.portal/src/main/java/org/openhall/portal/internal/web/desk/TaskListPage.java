package org.openhall.portal.internal.web.desk;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhall.api.cases.Desk;
import org.openhall.api.catalogue.Catalogue;
import org.openhall.api.paging.Page;
import org.openhall.api.users.Account;
import org.openhall.portal.internal.http.Onward;
import org.openhall.portal.internal.http.Visit;
import org.openhall.portal.internal.view.Pages;
import org.openhall.portal.internal.view.Words;

/** {@code /desk}: the tasks of the official's posts. Its filters are in the address. */
@Path(DeskLinks.DESK)
public final class TaskListPage {

    private static final int ROWS = 20;
    private static final int LONGEST_SEARCH = 100;
    private static final List<String> STATES = List.of("open", "mine", "done");

    private final Desk desk;
    private final Catalogue catalogue;
    private final Clock clock;
    private final Pages pages;

    TaskListPage(Desk desk, Catalogue catalogue, Clock clock, Pages pages) {
        this.desk = desk;
        this.catalogue = catalogue;
        this.clock = clock;
        this.pages = pages;
    }

    /** A choice in a select. */
    public record Option(String value, String label, boolean chosen) {}

    @GET
    public Response show(
            @Context Visit visit,
            @QueryParam("stage") @DefaultValue("") String stage,
            @QueryParam("state") @DefaultValue("open") String state,
            @QueryParam("q") @DefaultValue("") String search,
            @QueryParam("after") @DefaultValue("") String after) {
        Account official = visit.official();
        Words words = pages.words(visit);
        var stages = new Stages(official, desk.counts(official));
        String at = stages.known(stage) ? stage : "";
        String what = STATES.contains(state) ? state : STATES.get(0);
        String typed = search.strip();
        String sought = typed.substring(0, Math.min(typed.length(), LONGEST_SEARCH));
        var query = new Desk.Query(at, what, sought, ROWS, Optional.of(after).filter(text -> !text.isEmpty()));
        Page<Desk.Row> found = Onward.from(query.after(), () -> desk.tasks(official, query));
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("nav", what.equals("done") ? "done" : "desk");
        model.put("links", DeskLinks.bar(words));
        model.put("state", what);
        model.put("heading", words.text("desk.heading." + what));
        model.put("today", words.date(LocalDate.now(clock.withZone(pages.zone()))));
        model.put("urgent", urgent(stages.count("").overdue(), words));
        model.put("stages", stages.cards(words, what.equals("open") ? at : "-"));
        model.put("filters", filters(at, what, sought, words));
        model.put("counted", counted(stages, at, what, sought, found, words));
        model.put("filtered", !sought.isEmpty() || !at.isEmpty());
        model.put(
                "tasks",
                new TaskRows(catalogue, pages, words, visit.language(), stages.only() || !at.isEmpty())
                        .rows(found.entries()));
        model.put(
                "next",
                found.next().map(next -> DeskLinks.list(at, what, sought, next)).orElse(""));
        model.put("previous", after.isEmpty() ? "" : DeskLinks.list(at, what, sought, ""));
        return pages.show(visit, "desk", model);
    }

    private static String urgent(long overdue, Words words) {
        if (overdue == 0) {
            return words.text("desk.urgent.none");
        }
        return words.text(overdue >= Desk.Count.MOST ? "desk.urgent.more" : "desk.urgent", overdue);
    }

    private static Map<String, Object> filters(String stage, String state, String search, Words words) {
        List<Option> options = STATES.stream()
                .map(value -> new Option(value, words.text("desk.state." + value), value.equals(state)))
                .toList();
        return Map.of(
                "q",
                search,
                "selects",
                List.of(Map.of("name", "state", "label", words.text("desk.show"), "options", options)),
                "keep",
                stage.isEmpty() ? Map.of() : Map.of("stage", stage));
    }

    /** All open ones are counted already; of anything else only this page is known. */
    private static String counted(
            Stages stages, String stage, String state, String search, Page<Desk.Row> found, Words words) {
        return state.equals("open") && search.isEmpty()
                ? words.text(
                        stages.count(stage).more() ? "desk.counted.more" : "desk.counted",
                        stages.count(stage).total())
                : words.text("desk.onThisPage", found.entries().size());
    }
}
