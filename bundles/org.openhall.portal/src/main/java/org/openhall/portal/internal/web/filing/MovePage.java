package org.openhall.portal.internal.web.filing;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.openhall.api.cases.Drafts;
import org.openhall.portal.internal.http.Local;
import org.openhall.portal.internal.http.Visit;

/** {@code /filing/{draft}/move}: goes on with the version of the item that takes applications now. */
@Path("/filing/{draft: [0-9]{1,18}}/move")
public final class MovePage {

    private final DraftRoom room;

    MovePage(DraftRoom room) {
        this.room = room;
    }

    @POST
    public Response move(@Context Visit visit, @PathParam("draft") long draft) {
        return room.change(visit, draft, open -> {
            Drafts.Moving moving = room.services().drafts().move(draft, open.account());
            if (moving instanceof Drafts.Moved moved) {
                return Local.go(room.open(visit, open.account(), moved.draft()).firstPage())
                        .build();
            }
            return moving instanceof Drafts.Gone gone ? room.gone(visit, gone.filedAs()) : room.instead(visit, open);
        });
    }
}
