package org.openhall.portal.internal.web.public_;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhall.api.cases.CaseFile;
import org.openhall.api.cases.Cases;
import org.openhall.api.cases.ClockReading;
import org.openhall.api.catalogue.Catalogue;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.portal.internal.http.Visit;
import org.openhall.portal.internal.view.ItemWords;
import org.openhall.portal.internal.view.Pages;
import org.openhall.portal.internal.view.WaitWords;
import org.openhall.portal.internal.view.Words;
import org.openhall.portal.internal.view.flow.FlowChart;
import org.openhall.portal.internal.web.mine.Route;

/** {@code /progress}: follow a case by number and code, without signing in and without personal data. */
@Path("/progress")
public final class ProgressPage {

    private static final int LONGEST = 40;

    private final Cases cases;
    private final Catalogue catalogue;
    private final Pages pages;

    ProgressPage(Cases cases, Catalogue catalogue, Pages pages) {
        this.cases = cases;
        this.catalogue = catalogue;
        this.pages = pages;
    }

    /** A mistake and its field. */
    public record Mistake(String id, String text) {}

    /** A line of the time line. */
    public record Entry(String state, String what, String when, Optional<Integer> number) {

        Entry(String state, String what, String when) {
            this(state, what, when, Optional.empty());
        }
    }

    /** The QR code of a receipt leads here. */
    @GET
    public Response ask(@Context Visit visit, @QueryParam("number") String number, @QueryParam("code") String code) {
        return number == null || code == null || number.isBlank() || code.isBlank()
                ? form(visit, 200, Optional.ofNullable(number).orElse(""), List.of())
                : answer(visit, number.strip(), code.strip());
    }

    @POST
    public Response look(@Context Visit visit) {
        Words words = pages.words(visit);
        String number = visit.form().text("number");
        String code = visit.form().text("code");
        List<Mistake> mistakes = new ArrayList<>();
        if (number.isEmpty()) {
            mistakes.add(new Mistake("number", words.text("public.progress.numberMissing")));
        }
        if (code.isEmpty()) {
            mistakes.add(new Mistake("code", words.text("public.progress.codeMissing")));
        }
        return mistakes.isEmpty() ? answer(visit, number, code) : form(visit, 422, number, mistakes);
    }

    private Response answer(Visit visit, String number, String code) {
        Words words = pages.words(visit);
        boolean readable = number.length() <= LONGEST && code.length() <= LONGEST;
        Cases.Asked asked = readable ? cases.progress(number, code, visit.address()) : new Cases.Unknown();
        if (asked instanceof Cases.Progress progress) {
            return found(visit, progress, words);
        }
        if (asked instanceof Cases.TooMany tooMany) {
            String text = words.text("public.progress.tooMany", words.time(tooMany.until()));
            return form(visit, 429, number, List.of(new Mistake("number", text)));
        }
        return form(visit, 404, number, List.of(new Mistake("number", words.text("public.progress.unknown"))));
    }

    private Response form(Visit visit, int status, String number, List<Mistake> mistakes) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("nav", "progress");
        model.put("number", number);
        model.put("mistakes", mistakes);
        return pages.show(visit, status, "progress", model).build();
    }

    private Response found(Visit visit, Cases.Progress progress, Words words) {
        Optional<ItemVersion> version = catalogue.serving(
                progress.head().item(), progress.head().version().line());
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("nav", "progress");
        model.put("number", progress.head().number());
        model.put(
                "name",
                version.map(found -> found.text(visit.language(), "name"))
                        .orElse(progress.head().itemName()));
        model.put("applicant", progress.head().partyName());
        model.put("state", words.text("word.state." + progress.head().state().key()));
        model.put("filed", words.date(progress.head().filedAt()));
        model.put("clock", progress.clock());
        progress.clock()
                .due()
                .filter(due -> progress.clock().state() == ClockReading.State.RUNNING)
                .ifPresent(due -> model.put("due", words.date(due)));
        WaitWords.forApplicants(progress.waiting(), new ItemWords(version, pages.texts(), visit.language()), words)
                .ifPresent(notice -> model.put("waiting", notice));
        model.put("entries", entries(progress, version, words, visit.language()));
        return pages.show(visit, "progress-found", model);
    }

    private static List<Entry> entries(
            Cases.Progress progress, Optional<ItemVersion> version, Words words, String language) {
        List<Entry> entries = new ArrayList<>();
        Optional<Route> route = version.map(found -> new Route(found.definition()));
        Map<String, Integer> numbers = version.map(FlowChart::numbers).orElse(Map.of());
        for (CaseFile.Event event : progress.events()) {
            if (event.kind().equals("filed")) {
                entries.add(new Entry("done", words.text("public.progress.filed"), words.dateTime(event.at())));
            } else if (event.kind().equals("acted")) {
                boolean told = route.filter(found -> found.tells(event.step(), event.outcome()))
                        .isPresent();
                entries.add(new Entry(
                        "done",
                        told
                                ? outcome(event.outcome(), version, words, language)
                                : words.text("mine.event.stepDone", step(event.step(), version, language)),
                        words.dateTime(event.at())));
            } else if (event.kind().equals("removed")) {
                entries.add(new Entry(
                        "done",
                        words.text("mine.event.removed", step(event.step(), version, language)),
                        words.dateTime(event.at())));
            }
        }
        for (String step : progress.head().openSteps()) {
            boolean held = progress.waiting()
                    .filter(waiting -> waiting.steps().contains(step))
                    .isPresent();
            entries.add(new Entry(
                    held ? "held" : "now",
                    words.text("public.progress.at", step(step, version, language)),
                    "",
                    Optional.ofNullable(numbers.get(step))));
        }
        return entries;
    }

    private static String step(String id, Optional<ItemVersion> version, String language) {
        return version.map(found -> found.text(language, "step." + id + ".name"))
                .orElse(id);
    }

    /** The hall's own word for its actions, the item's for others. */
    private static String outcome(String outcome, Optional<ItemVersion> version, Words words, String language) {
        String own =
                version.map(found -> found.text(language, "outcome." + outcome)).orElse("");
        return own.isEmpty() ? words.text("word.outcome." + outcome) : own;
    }
}
