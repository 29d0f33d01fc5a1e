package org.openhall.portal.internal.web.admin;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhall.api.catalogue.Door;
import org.openhall.api.catalogue.Operator;
import org.openhall.api.forms.Defect;
import org.openhall.portal.internal.http.JarUpload;
import org.openhall.portal.internal.http.Parts;
import org.openhall.portal.internal.http.Visit;
import org.openhall.portal.internal.view.Words;

/** {@code /admin/deploy}: hands a bundle to the door. */
@Path(AdminLinks.DEPLOY)
public final class DeployPage {

    private final ItemRoom room;

    DeployPage(ItemRoom room) {
        this.room = room;
    }

    /** A mistake in the bundle: where, and what. */
    public record Row(String file, String line, String message) {}

    @GET
    public Response ask(@Context Visit visit) {
        visit.operator();
        return form(visit, 200, Door.Then.KEEP, "", List.of());
    }

    @POST
    public Response deploy(@Context Visit visit) {
        Operator by = visit.operator();
        Words words = room.words(visit);
        Parts parts = visit.parts();
        Door.Then then = Door.Then.KEEP;
        Optional<Parts.Part> part = parts.next();
        // The choice stands before the file on the page, so it is known when the bytes come.
        while (part.isPresent() && part.get().fileName().isEmpty()) {
            if (part.get().name().equals("then") && part.get().text().equals("activate")) {
                then = Door.Then.ACTIVATE;
            }
            part = parts.next();
        }
        if (part.flatMap(Parts.Part::fileName).filter(name -> !name.isEmpty()).isEmpty()) {
            return form(visit, 422, then, words.text("admin.deploy.noFile"), List.of());
        }
        Optional<JarUpload> received = JarUpload.receive(part.get());
        if (received.isEmpty()) {
            String most = words.fileSize(JarUpload.MOST);
            return form(visit, 422, then, words.text("admin.deploy.tooLarge", most), List.of());
        }
        try (JarUpload upload = received.get()) {
            Door.Entry entry = room.administration().door().offer(upload.file(), then, by);
            return entry instanceof Door.Entered entered
                    ? entered(visit, entered)
                    : form(visit, 422, then, "", ((Door.Refused) entry).defects());
        }
    }

    private Response entered(Visit visit, Door.Entered entered) {
        Words words = room.words(visit);
        Optional<String> name =
                room.deployments().item(entered.item(), visit.operator()).map(item -> ItemRoom.name(item, words));
        Map<String, Object> model = room.model(visit, "deploy");
        model.put("name", name.orElse(entered.item()));
        model.put("item", entered.item());
        model.put("version", entered.version().toString());
        model.put("activated", entered.activated());
        model.put("report", new ToldWords(words).lines(entered.report()));
        model.put("href", AdminLinks.item(entered.item()));
        model.put(
                "activate",
                AdminLinks.ask(entered.item(), Act.ACTIVATE, entered.version().toString()));
        model.put(
                "dryRun",
                room.dryRuns(entered.item())
                        ? AdminLinks.startDryRun(
                                entered.item(), entered.version().toString())
                        : "");
        model.put("again", AdminLinks.DEPLOY);
        return room.pages().show(visit, "admin-deployed", model);
    }

    private Response form(Visit visit, int status, Door.Then then, String error, List<Defect> defects) {
        Words words = room.words(visit);
        Map<String, Object> model = room.model(visit, "deploy");
        model.put("action", AdminLinks.DEPLOY);
        model.put("then", then == Door.Then.ACTIVATE ? "activate" : "keep");
        model.put("error", error);
        model.put("maxBytes", JarUpload.MOST);
        model.put("most", words.fileSize(JarUpload.MOST));
        model.put("defects", defects.stream().map(defect -> row(defect, words)).toList());
        return room.pages().show(visit, status, "admin-deploy", model).build();
    }

    private static Row row(Defect defect, Words words) {
        String message = words.language().equals("zh") ? defect.chinese() : defect.message();
        return new Row(defect.file(), defect.line() > 0 ? "" + defect.line() : "", message);
    }
}
