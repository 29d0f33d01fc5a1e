package org.openhall.catalogue.internal.acts;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openhall.catalogue.internal.Shelf;
import org.openhall.catalogue.internal.Snapshot;
import org.openhall.catalogue.internal.store.VersionTable;

/** Which versions speak for an item: for its names, and for whose it is. */
final class Faces {

    private final Shelf shelf;

    Faces(Shelf shelf) {
        this.shelf = shelf;
    }

    /**
     * By item, newest first: the versions of all lines that may take filings, else that of the newest line, else the newest that
     * entered. An item whose versions can no longer be read is left out.
     */
    Map<String, List<Shelf.Built>> of(Snapshot now, Collection<String> items) {
        Map<String, List<Shelf.Built>> faces = new HashMap<>();
        for (String item : items) {
            List<Snapshot.Line> lines = now.ofItem(item);
            List<Snapshot.Line> open =
                    lines.stream().filter(line -> !line.retired()).toList();
            List<Shelf.Built> speak = (open.isEmpty() ? lines.stream().limit(1).toList() : open)
                    .stream()
                            .map(line -> new Shelf.Built(line.version(), line.bundle()))
                            .toList();
            if (!speak.isEmpty()) {
                faces.put(item, speak);
            }
        }
        List<VersionTable.Key> kept = items.stream()
                .filter(item -> !faces.containsKey(item))
                .flatMap(item ->
                        now.entered().getOrDefault(item, List.of()).stream().limit(1))
                .toList();
        shelf.rebuilt(kept)
                .forEach(built -> faces.put(built.version().definition().item(), List.of(built)));
        return faces;
    }
}
