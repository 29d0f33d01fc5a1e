package org.openhall.portal.internal.web.admin;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.openhall.api.catalogue.Deployments.Recorded;
import org.openhall.api.catalogue.Operator;
import org.openhall.api.paging.Page;
import org.openhall.portal.internal.http.Onward;
import org.openhall.portal.internal.http.Visit;

/** {@code /admin/record}: all acts, bundles that were refused included. */
@Path(AdminLinks.RECORD)
public final class RecordPage {

    private static final int ROWS = 30;

    private final ItemRoom room;

    RecordPage(ItemRoom room) {
        this.room = room;
    }

    @GET
    public Response show(@Context Visit visit, @QueryParam("after") @DefaultValue("") String after) {
        Operator by = visit.operator();
        Optional<String> position = Optional.of(after).filter(text -> !text.isEmpty());
        Page<Recorded> page =
                Onward.from(position, () -> room.deployments().record(Optional.empty(), ROWS, position, by));
        var view = new RecordView(room.words(visit));
        Map<String, Object> model = room.model(visit, "record");
        model.put(
                "entries",
                page.entries().stream().map(act -> view.entry(act, true)).toList());
        model.put(
                "next",
                page.next()
                        .map(next -> AdminLinks.onward(AdminLinks.RECORD, next))
                        .orElse(""));
        model.put("previous", after.isEmpty() ? "" : AdminLinks.RECORD);
        return room.pages().show(visit, "admin-record", model);
    }
}
