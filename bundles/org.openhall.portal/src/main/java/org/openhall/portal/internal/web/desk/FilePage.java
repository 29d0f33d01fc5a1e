package org.openhall.portal.internal.web.desk;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.openhall.api.cases.CaseFile;
import org.openhall.api.cases.Desk;
import org.openhall.api.materials.Materials;
import org.openhall.api.materials.StoredMaterial;
import org.openhall.api.users.Account;
import org.openhall.portal.internal.http.FileAnswers;
import org.openhall.portal.internal.http.Local;
import org.openhall.portal.internal.http.Refusal;
import org.openhall.portal.internal.http.Visit;

/** {@code /desk/cases/{number}/files/{file}}: a file of a case, and an opinion about it. */
@Path(DeskLinks.DESK + "/cases/{number}/files/{file: [0-9]{1,18}}")
public final class FilePage {

    private static final int LONGEST = 500;

    private final Desk desk;
    private final Materials materials;
    private final CaseRoom cases;

    FilePage(Desk desk, Materials materials, CaseRoom cases) {
        this.desk = desk;
        this.materials = materials;
        this.cases = cases;
    }

    @GET
    public Response bytes(
            @Context Visit visit,
            @PathParam("number") String number,
            @PathParam("file") long id,
            @QueryParam("save") @DefaultValue("") String save) {
        CaseFile file = cases.open(number, visit.official());
        return FileAnswers.of(materials, of(file, id).orElseThrow(Refusal::notFound), !save.isEmpty());
    }

    @POST
    @Path("/opinion")
    public Response opine(@Context Visit visit, @PathParam("number") String number, @PathParam("file") long id) {
        Account official = visit.official();
        CaseFile file = cases.open(number, official);
        of(file, id).orElseThrow(Refusal::notFound);
        CaseWords words = cases.words(file, visit);
        boolean sound = !visit.form().text("state").equals("wrong");
        String text = visit.form().text("opinion");
        Reply reply = Reply.about(Optional.empty(), Optional.of(id));
        if (!sound && text.isEmpty()) {
            return cases.page(visit, 422, file, reply.remarked(text, words.text("desk.sayWhatIsWrong")));
        }
        if (text.length() > LONGEST) {
            return cases.page(visit, 422, file, reply.remarked(text, words.text("desk.improper.too-long")));
        }
        if (!desk.opine(number, id, sound, text, official)) {
            var notice = new Reply.Notice(
                    "warn",
                    words.text("desk.opinionLost"),
                    words.where(file.head().state(), file.head().openSteps()),
                    text,
                    List.of());
            return cases.page(visit, 409, cases.open(number, official), reply.with(notice));
        }
        // On to the next file that nobody has looked at.
        long next = new FilesView(cases.open(number, official), words)
                .unseen()
                .map(StoredMaterial::id)
                .orElse(id);
        return Local.go(DeskLinks.fileOf(number, next)).build();
    }

    private static Optional<StoredMaterial> of(CaseFile file, long id) {
        return file.materials().stream().filter(material -> material.id() == id).findFirst();
    }
}
