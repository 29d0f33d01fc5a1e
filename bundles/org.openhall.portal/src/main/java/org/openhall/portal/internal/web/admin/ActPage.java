package org.openhall.portal.internal.web.admin;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.openhall.api.catalogue.Deployed;
import org.openhall.api.catalogue.Deployed.Line;
import org.openhall.api.catalogue.Deployments;
import org.openhall.api.catalogue.Deployments.NotDone;
import org.openhall.api.catalogue.Deployments.Reason;
import org.openhall.api.catalogue.Deployments.Result;
import org.openhall.api.catalogue.Operator;
import org.openhall.portal.internal.http.Local;
import org.openhall.portal.internal.http.PostedForm;
import org.openhall.portal.internal.http.Refusal;
import org.openhall.portal.internal.http.Visit;
import org.openhall.portal.internal.view.Words;

/** {@code /admin/items/{key}/{act}}: says what an act will do, asks, and does it. */
@Path(AdminLinks.ITEMS + "/{key}/{act: activate|cancel|rollback|retire|withdraw|restore|reset}")
public final class ActPage {

    private static final int LATELY = 10;

    private final ItemRoom room;

    ActPage(ItemRoom room) {
        this.room = room;
    }

    /** Why it was not done. */
    public record Trouble(String title, ToldWords.Line detail) {}

    @GET
    public Response ask(
            @Context Visit visit,
            @PathParam("key") String key,
            @PathParam("act") String act,
            @QueryParam("version") @DefaultValue("") String version,
            @QueryParam("line") @DefaultValue("") String line) {
        Deployed item = room.item(visit, key);
        Wish wish = Wish.of(act(act), item, version, line);
        return page(visit, 200, item, wish, Timing.fresh(), Optional.empty());
    }

    @POST
    public Response act(@Context Visit visit, @PathParam("key") String key, @PathParam("act") String act) {
        Operator by = visit.operator();
        Words words = room.words(visit);
        PostedForm form = visit.form();
        Deployed item = room.item(visit, key);
        Wish wish = Wish.of(act(act), item, form.text("version"), form.text("line"));
        Timing timing = Timing.read(form, room.pages().zone(), words);
        if (!timing.readable()) {
            return page(visit, 422, item, wish, timing, Optional.empty());
        }
        Result result = perform(key, wish, timing, by);
        if (!(result instanceof NotDone no) || no.reason() == Reason.ALREADY && justDone(key, wish, by)) {
            return Local.go(AdminLinks.item(key) + "?did=" + act).build();
        }
        return refused(visit, item, wish, timing, no);
    }

    private static Act act(String key) {
        return Act.of(key).orElseThrow(Refusal::notFound);
    }

    /** A second press comes too late for doing it twice, and is told what the first one did. */
    private boolean justDone(String key, Wish wish, Operator by) {
        return RecordView.just(
                        wish.act(),
                        room.deployments()
                                .record(Optional.of(key), LATELY, Optional.empty(), by)
                                .entries(),
                        by,
                        room.services().clock().instant())
                .filter(wish::isAbout)
                .isPresent();
    }

    private Result perform(String key, Wish wish, Timing timing, Operator by) {
        Deployments deployments = room.deployments();
        String line = wish.line().map(Line::line).orElse("");
        return switch (wish.act()) {
            case ACTIVATE ->
                timing.at().isPresent()
                        ? deployments.plan(
                                key, wish.version().orElseThrow(), timing.at().get(), timing.hard(), by)
                        : deployments.activate(key, wish.version().orElseThrow(), timing.hard(), by);
            case CANCEL -> deployments.cancelPlan(key, by);
            case ROLLBACK -> deployments.rollback(key, wish.version(), by);
            case RETIRE -> deployments.retire(key, wish.line().map(Line::line), by);
            case WITHDRAW -> deployments.withdraw(key, line, by);
            case RESTORE -> deployments.restore(key, line, by);
            case RESET -> deployments.reset(key, line, by);
        };
    }

    private Response refused(Visit visit, Deployed item, Wish wish, Timing timing, NotDone no) {
        Words words = room.words(visit);
        if (no.reason() == Reason.UNKNOWN) {
            throw Refusal.notFound();
        }
        if (no.reason() == Reason.TIME) {
            return page(visit, 422, item, wish, timing.wrongTime(words.text("admin.reason.time")), Optional.empty());
        }
        String reason = no.reason().name().toLowerCase(Locale.ROOT);
        int status = no.reason() == Reason.DOES_NOT_START ? 422 : 409;
        var trouble = new Trouble(words.text("admin.reason." + reason), new ToldWords(words).line(no.detail()));
        return page(visit, status, item, wish, timing, Optional.of(trouble));
    }

    private Response page(Visit visit, int status, Deployed item, Wish wish, Timing timing, Optional<Trouble> trouble) {
        Words words = room.words(visit);
        String key = wish.act().key();
        boolean all = wish.act() == Act.RETIRE && wish.line().isEmpty();
        String title = words.text("admin.ask." + key + (all ? "All" : ""), wish.about());
        Map<String, Object> model = room.model(visit, item, title);
        model.put("title", title);
        model.put("action", AdminLinks.item(item.item()) + "/" + key);
        model.put(
                "hidden", wish.about().isEmpty() ? Map.of() : Map.of(wish.act().subject(), wish.about()));
        model.put("trouble", trouble);
        model.put("effects", room.effects(item, words).of(wish, false));
        model.put("grave", wish.act().grave());
        model.put("button", words.text("admin.button." + key + (all ? "All" : ""), wish.about()));
        if (wish.act() == Act.ACTIVATE) {
            model.put("hardEffects", room.effects(item, words).of(wish, true));
            model.put("buttonLater", words.text("admin.button.activateLater", wish.about()));
            model.put("graceHours", room.deployments().grace().toHours());
            model.put("timing", timing);
            model.put("errors", errors(timing));
        }
        return room.pages().show(visit, status, "admin-act", model).build();
    }

    private static List<Map<String, String>> errors(Timing timing) {
        List<Map<String, String>> errors = new java.util.ArrayList<>();
        timing.dateErrors().forEach(error -> errors.add(Map.of("id", "f-at", "text", error)));
        timing.timeErrors().forEach(error -> errors.add(Map.of("id", "f-time", "text", error)));
        return errors;
    }
}
