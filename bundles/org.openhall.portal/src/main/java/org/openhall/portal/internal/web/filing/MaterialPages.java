package org.openhall.portal.internal.web.filing;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhall.api.cases.Draft;
import org.openhall.api.catalogue.ItemDefinition.MaterialSpec;
import org.openhall.api.forms.Form.PageTitle;
import org.openhall.api.materials.Materials;
import org.openhall.portal.internal.http.Parts;
import org.openhall.portal.internal.http.Refusal;
import org.openhall.portal.internal.http.Services;
import org.openhall.portal.internal.http.Visit;

/** {@code /filing/{draft}/materials}: a card for each material, uploads one by one or several at once. */
@Path("/filing/{draft: [0-9]{1,18}}/materials")
public final class MaterialPages {

    private final DraftRoom room;
    private final Services services;
    private final Materials materials;

    MaterialPages(DraftRoom room) {
        this.room = room;
        this.services = room.services();
        this.materials = services.materials();
    }

    @GET
    public Response show(@Context Visit visit, @PathParam("draft") long draft) {
        return room.show(visit, draft, open -> draw(visit, open, 200, Map.of()));
    }

    @POST
    @Path("{material}")
    public Response upload(
            @Context Visit visit, @PathParam("draft") long draft, @PathParam("material") String material) {
        return room.change(visit, draft, open -> {
            MaterialSpec spec = open.material(material).orElseThrow(Refusal::notFound);
            List<String> refused = new ArrayList<>();
            if (!take(open, spec, visit.parts(), refused)) {
                return room.gone(
                        visit, services.drafts().find(draft, open.account()).flatMap(Draft::filedAs));
            }
            return refused.isEmpty()
                    ? Typing.at(open.base() + "/materials", MaterialCards.id(spec.code()))
                    : draw(visit, open, 422, Map.of(spec.code(), refused));
        });
    }

    /** Takes all files of a request; a refused one does not keep the next one out. False when the draft was filed or deleted meanwhile. */
    private boolean take(OpenDraft open, MaterialSpec spec, Parts parts, List<String> refused) {
        Optional<Parts.Part> part = parts.nextFile();
        if (part.isEmpty()) {
            refused.add(open.words().text("filing.refused.none"));
        }
        while (part.isPresent()) {
            String name = part.get().fileName().orElse("");
            Materials.Upload upload =
                    materials.add(open.draft().id(), spec, name, part.get().content());
            if (upload instanceof Materials.Refused no && no.problem().equals("filed")) {
                return false;
            }
            if (upload instanceof Materials.Refused no) {
                refused.add(open.words()
                        .text(
                                "filing.refused.named",
                                name,
                                open.words().text("filing.refused." + no.problem(), limit(open, spec, no.problem()))));
            }
            part = parts.nextFile();
        }
        return true;
    }

    private static Object limit(OpenDraft open, MaterialSpec spec, String problem) {
        return switch (problem) {
            case "too-large" -> open.words().fileSize(spec.maxBytes());
            case "too-many" -> spec.maxFiles();
            default ->
                String.join(
                        open.words().text("filing.comma"),
                        spec.accepts().stream()
                                .map(type -> type.toUpperCase(java.util.Locale.ROOT))
                                .toList());
        };
    }

    private Response draw(Visit visit, OpenDraft open, int status, Map<String, List<String>> refused) {
        var cards = new MaterialCards(open, materials.ofDraft(open.draft().id()));
        return room.pages()
                .show(visit, status, "filing-materials", model(open, cards, room.common(open), refused))
                .build();
    }

    /** What the page shows. */
    static Map<String, Object> model(
            OpenDraft open, MaterialCards cards, Map<String, Object> common, Map<String, List<String>> refused) {
        long missing = cards.missing();
        Map<String, Object> data = new HashMap<>(common);
        data.put("steps", StepBar.at(StepBar.Step.MATERIALS, open));
        data.put(
                "errors",
                refused.entrySet().stream()
                        .flatMap(entry -> entry.getValue().stream()
                                .map(text -> ErrorLine.here(MaterialCards.id(entry.getKey()), text)))
                        .toList());
        data.put(
                "missing",
                missing == 0
                        ? open.words().text("filing.materials.allThere")
                        : open.words().text("filing.materials.missing", missing));
        data.put("counts", cards.counts());
        data.put("materials", cards.cards(refused));
        data.put("next", open.base() + "/check");
        List<PageTitle> pages = open.form().pages(open.effective(), open.language());
        data.put("back", open.page(pages.get(pages.size() - 1).id()));
        return data;
    }
}
