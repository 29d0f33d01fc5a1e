package org.openhall.portal.internal.web.filing;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.openhall.api.catalogue.ItemDefinition;
import org.openhall.api.catalogue.ItemDefinition.MaterialSpec;
import org.openhall.portal.internal.http.Visit;
import org.openhall.portal.internal.view.ItemWords;

/** {@code /filing/{draft}}: what to know before filling in. */
@Path("/filing/{draft: [0-9]{1,18}}")
public final class NoticePage {

    private final DraftRoom room;

    NoticePage(DraftRoom room) {
        this.room = room;
    }

    /** A material to have at hand. */
    public record Needed(String name, String need, String text) {}

    @GET
    public Response show(@Context Visit visit, @PathParam("draft") long draft) {
        return room.show(visit, draft, open -> draw(visit, open));
    }

    private Response draw(Visit visit, OpenDraft open) {
        ItemDefinition definition = open.version().definition();
        ItemWords item = open.item();
        Map<String, Object> data = room.common(open);
        data.put("steps", StepBar.at(StepBar.Step.NOTICE, open));
        data.put("summary", item.text("summary"));
        data.put("applicant", open.known().getOrDefault("party.name", ""));
        data.put("conditions", conditions(definition.guide().conditions(), item));
        data.put(
                "materials",
                definition.materials().stream()
                        .map(spec -> new Needed(item.material(spec.code()), need(open, spec), text(open, spec)))
                        .toList());
        data.put(
                "afterwards",
                new Promises(open.version().definition(), open.implementation(), open.words(), item).lines());
        data.put("sample", definition.guide().sample() ? item.text("sample.note") : "");
        data.put("next", open.firstPage());
        return room.pages().show(visit, "filing-notice", data);
    }

    private static List<String> conditions(int count, ItemWords item) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> item.text("condition." + number))
                .toList();
    }

    private static String need(OpenDraft open, MaterialSpec spec) {
        return open.words().text("component.need." + spec.need().name().toLowerCase(java.util.Locale.ROOT));
    }

    private static String text(OpenDraft open, MaterialSpec spec) {
        String hint = open.item().hint(spec);
        String kinds = MaterialCards.kinds(open, spec, open.words().fileSize(spec.maxBytes()));
        return hint.isEmpty() ? kinds : hint + open.words().text("filing.sentence") + kinds;
    }
}
