package org.openhall.catalogue.internal.acts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openhall.api.cases.OpenCases;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Asks how much is open on lines. The catalogue opens before the cases do, so there may be nobody to ask yet. */
@Component(service = Counting.class)
public final class Counting {

    private static final OpenCases.Open NOTHING = new OpenCases.Open(0, 0);

    private volatile Optional<OpenCases> cases = Optional.empty();

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public void setCases(OpenCases opened) {
        cases = Optional.of(opened);
    }

    public void unsetCases(OpenCases closed) {
        if (cases.filter(closed::equals).isPresent()) {
            cases = Optional.empty();
        }
    }

    /** What is open on the lines of these items; empty when nobody can say. */
    Optional<Counted> on(List<String> items) {
        return cases.map(open -> new Counted(items.isEmpty() ? Map.of() : open.on(Set.copyOf(items))));
    }

    /**
     * What is open.
     *
     * @param open by item and line
     */
    record Counted(Map<String, Map<String, OpenCases.Open>> open) {

        OpenCases.Open on(String item, String line) {
            return open.getOrDefault(item, Map.of()).getOrDefault(line, NOTHING);
        }
    }
}
