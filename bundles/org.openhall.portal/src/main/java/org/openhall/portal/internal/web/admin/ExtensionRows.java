package org.openhall.portal.internal.web.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openhall.api.catalogue.Extensions;
import org.openhall.api.catalogue.Extensions.Extending;
import org.openhall.portal.internal.view.Words;
import org.openhall.portal.internal.web.admin.AdminLinks.Link;

/** What extends an item, or what an extension extends, on the page of either. */
final class ExtensionRows {

    private final Extensions extensions;
    private final Words words;

    ExtensionRows(Extensions extensions, Words words) {
        this.extensions = extensions;
        this.words = words;
    }

    /**
     * One row.
     *
     * @param other the extension on the page of the item, the item on the page of the extension
     * @param of which version of the item
     * @param facts what is added, and in which order
     * @param missing why nothing is added
     */
    public record Row(Link other, String of, List<String> facts, Optional<String> missing) {}

    /** The title above the rows of a key. */
    String title(String key) {
        return words.text(extensions.extended(key).isPresent() ? "admin.extends" : "admin.extensions");
    }

    /** The rows of a key; an extension that waits for its item has none. */
    List<Row> of(String key) {
        boolean extension = extensions.extended(key).isPresent();
        List<Extending> all = extension ? extensions.by(key) : extensions.on(key);
        return all.stream().map(extending -> row(extending, extension)).toList();
    }

    /** What an extension waits for. */
    Optional<String> waiting(String key) {
        return extensions
                .extended(key)
                .filter(item -> extensions.by(key).isEmpty())
                .map(item -> words.text("admin.extends.nothing", item));
    }

    private Row row(Extending extending, boolean extension) {
        String name = extending.names().getOrDefault(words.language(), extending.extension());
        Link other = extension
                ? new Link("", AdminLinks.item(extending.item()), extending.item())
                : new Link("", AdminLinks.item(extending.extension()), name + " " + extending.version());
        Optional<String> missing =
                extending.missing().map(point -> words.text("admin.extension.missing", extending.of(), point));
        return new Row(other, extending.of().toString(), missing.isPresent() ? List.of() : facts(extending), missing);
    }

    private List<String> facts(Extending extending) {
        List<String> facts = new ArrayList<>();
        extending.points().forEach((step, point) -> facts.add(words.text("admin.extension.step", step, point)));
        if (!extending.rules().isEmpty()) {
            facts.add(words.text("admin.extension.rules", String.join(", ", extending.rules())));
        }
        facts.add(words.text("admin.extension.order", String.valueOf(extending.order())));
        if (!extending.tied().isEmpty()) {
            facts.add(words.text("admin.extension.tied", String.join(", ", extending.tied())));
        }
        return List.copyOf(facts);
    }
}
