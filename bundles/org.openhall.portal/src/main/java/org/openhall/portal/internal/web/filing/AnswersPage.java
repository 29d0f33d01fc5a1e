package org.openhall.portal.internal.web.filing;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.openhall.portal.internal.http.Visit;

/** {@code /filing/{draft}/answers}: all answers of a draft as a text to keep, whatever became of its item. */
@Path("/filing/{draft: [0-9]{1,18}}/answers")
public final class AnswersPage {

    private final DraftRoom room;

    AnswersPage(DraftRoom room) {
        this.room = room;
    }

    @GET
    public Response save(@Context Visit visit, @PathParam("draft") long draft) {
        return room.change(
                visit,
                draft,
                open -> Response.ok(text(open), "text/plain; charset=UTF-8")
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"answers-" + draft + ".txt\"")
                        .header("X-Content-Type-Options", "nosniff")
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }

    private static String text(OpenDraft open) {
        var text = new StringBuilder(open.item().name()).append("\r\n");
        open.form().summary(open.effective(), open.language()).forEach(section -> {
            text.append("\r\n");
            if (!section.title().isEmpty()) {
                text.append(section.title()).append("\r\n");
            }
            section.lines()
                    .forEach(line -> text.append(line.question())
                            .append(open.words().text("component.colon"))
                            .append(String.join(open.words().text("filing.comma"), line.answer()))
                            .append("\r\n"));
        });
        return text.toString();
    }
}
