package org.openhall.portal.internal.web.admin;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhall.api.catalogue.Deployed;
import org.openhall.api.catalogue.Operator;
import org.openhall.api.catalogue.Version;
import org.openhall.api.paging.Page;
import org.openhall.portal.internal.http.Onward;
import org.openhall.portal.internal.http.Visit;
import org.openhall.portal.internal.view.Words;
import org.openhall.portal.internal.web.admin.LineWords.Tag;

/** {@code /admin/items}: what is deployed. */
@Path(AdminLinks.ITEMS)
public final class ItemsPage {

    private static final int ROWS = 20;

    private final ItemRoom room;

    ItemsPage(ItemRoom room) {
        this.room = room;
    }

    /** One item. */
    public record Row(
            String name,
            String key,
            String href,
            Optional<String> taking,
            List<String> lines,
            List<Tag> health,
            Optional<String> plan) {}

    @GET
    public Response show(@Context Visit visit, @QueryParam("after") @DefaultValue("") String after) {
        Operator by = visit.operator();
        Words words = room.words(visit);
        Optional<String> position = Optional.of(after).filter(text -> !text.isEmpty());
        Page<Deployed> page = Onward.from(position, () -> room.deployments().items(ROWS, position, by));
        Map<String, Object> model = room.model(visit, "items");
        model.put("rows", page.entries().stream().map(item -> row(item, words)).toList());
        model.put("whole", by.departments().isEmpty());
        model.put("deploy", AdminLinks.DEPLOY);
        model.put(
                "next",
                page.next()
                        .map(next -> AdminLinks.onward(AdminLinks.ITEMS, next))
                        .orElse(""));
        model.put("previous", after.isEmpty() ? "" : AdminLinks.ITEMS);
        return room.pages().show(visit, "admin-items", model);
    }

    private static Row row(Deployed item, Words words) {
        var speech = new LineWords(words);
        return new Row(
                ItemRoom.name(item, words),
                item.item(),
                AdminLinks.item(item.item()),
                item.taking().map(Version::toString),
                speech.summaries(item),
                item.lines().stream()
                        .flatMap(line -> speech.health(line).stream())
                        .distinct()
                        .toList(),
                item.plan().map(speech::plan));
    }
}
