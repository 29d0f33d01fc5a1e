package org.openhall.portal.internal.web.admin;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openhall.api.catalogue.Deployed;
import org.openhall.api.catalogue.Deployments.Recorded;
import org.openhall.api.catalogue.Operator;
import org.openhall.api.catalogue.Version;
import org.openhall.api.paging.Page;
import org.openhall.portal.internal.http.Onward;
import org.openhall.portal.internal.http.Visit;
import org.openhall.portal.internal.view.Words;
import org.openhall.portal.internal.web.admin.AdminLinks.Link;

/** {@code /admin/items/{key}}: one deployed item, its lines, what can be done and what was done. */
@Path(AdminLinks.ITEMS + "/{key}")
public final class ItemPage {

    private static final int ACTS = 10;

    private final ItemRoom room;

    ItemPage(ItemRoom room) {
        this.room = room;
    }

    /** The one next thing. */
    public record Next(String title, List<Effects.Effect> effects, List<Link> acts) {}

    /** What was just done. */
    public record Done(String title, List<ToldWords.Line> report) {}

    @GET
    public Response show(
            @Context Visit visit,
            @PathParam("key") String key,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("did") @DefaultValue("") String did) {
        Operator by = visit.operator();
        Deployed item = room.item(visit, key);
        Words words = room.words(visit);
        Optional<String> position = Optional.of(after).filter(text -> !text.isEmpty());
        Page<Recorded> record =
                Onward.from(position, () -> room.deployments().record(Optional.of(key), ACTS, position, by));
        var view = new RecordView(words);
        boolean dryRuns = room.dryRuns(key);
        var rows = new LineRows(item, dryRuns, words);
        Map<String, Object> model = room.model(visit, "items");
        model.put("crumbs", crumbs(item, words));
        model.put("name", ItemRoom.name(item, words));
        model.put("key", item.item());
        model.put("bundle", item.bundle());
        model.put("departments", departments(item));
        model.put("done", done(did, record, by, view));
        model.put("plan", plan(item, words));
        model.put("candidate", item.plan().isPresent() ? Optional.empty() : candidate(item, rows, dryRuns, words));
        model.put("untaken", item.taking().isEmpty());
        model.put("lines", rows.rows());
        model.put(
                "retireAll",
                item.taking().map(taking -> AdminLinks.ask(key, Act.RETIRE, "")).orElse(""));
        var extensions = new ExtensionRows(room.administration().extensions(), words);
        model.put("extensionsTitle", extensions.title(key));
        model.put("extensions", extensions.of(key));
        model.put("extensionWaits", extensions.waiting(key));
        model.put("deploy", AdminLinks.DEPLOY);
        model.put(
                "runs",
                room.administration().dryRuns().recent(key, by).stream()
                        .map(run -> DryRunView.brief(run, words))
                        .toList());
        model.put(
                "entries",
                record.entries().stream().map(act -> view.entry(act, false)).toList());
        String here = AdminLinks.item(key);
        model.put(
                "next", record.next().map(next -> AdminLinks.onward(here, next)).orElse(""));
        model.put("previous", after.isEmpty() ? "" : here);
        return room.pages().show(visit, "admin-item", model);
    }

    private static List<Link> crumbs(Deployed item, Words words) {
        return List.of(
                new Link("", AdminLinks.ITEMS, words.text("admin.nav.items")),
                new Link("", "", ItemRoom.name(item, words)));
    }

    private List<String> departments(Deployed item) {
        Map<String, String> names = room.services().directory().departmentNames();
        return item.departments().stream()
                .sorted()
                .map(code -> names.getOrDefault(code, code))
                .toList();
    }

    /** Told from the record, and only when it is the newest act of anybody. */
    private Optional<Done> done(String did, Page<Recorded> record, Operator by, RecordView view) {
        return Act.of(did)
                .flatMap(act -> RecordView.just(
                        act, record.entries(), by, room.services().clock().instant()))
                .map(newest -> new Done(view.what(newest), view.report(newest)));
    }

    private Optional<Next> plan(Deployed item, Words words) {
        return item.plan()
                .map(plan -> new Next(
                        new LineWords(words).plan(plan),
                        room.effects(item, words).of(Wish.activate(item, plan.version()), plan.hard()),
                        List.of(
                                ask(item, Act.ACTIVATE, plan.version(), "admin.act.activate-now", words),
                                new Link(
                                        "",
                                        AdminLinks.ask(item.item(), Act.CANCEL, ""),
                                        words.text("admin.act.cancel")))));
    }

    private Optional<Next> candidate(Deployed item, LineRows rows, boolean dryRuns, Words words) {
        return rows.candidate()
                .map(version -> new Next(
                        words.text("admin.candidate", version),
                        room.effects(item, words).of(Wish.activate(item, version), false),
                        Stream.concat(
                                        Stream.of(
                                                ask(item, Act.ACTIVATE, version, "admin.act.activate-version", words)),
                                        dryRuns ? Stream.of(dryRun(item, version, words)) : Stream.empty())
                                .toList()));
    }

    private static Link dryRun(Deployed item, Version version, Words words) {
        return new Link(
                "", AdminLinks.startDryRun(item.item(), version.toString()), words.text("admin.act.dry-run-first"));
    }

    private static Link ask(Deployed item, Act act, Version version, String text, Words words) {
        return new Link("", AdminLinks.ask(item.item(), act, version.toString()), words.text(text, version));
    }
}
