package org.openhall.catalogue.internal.door;

import java.util.List;
import java.util.Optional;
import org.openhall.api.catalogue.Catalogue.Checked;
import org.openhall.api.catalogue.Catalogue.Trial;
import org.openhall.api.catalogue.ItemUnavailable;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.api.catalogue.Version;
import org.openhall.api.forms.Defect;
import org.openhall.catalogue.internal.Composed;
import org.openhall.catalogue.internal.Shelf;
import org.openhall.catalogue.internal.running.ComposedCalls;
import org.openhall.catalogue.internal.running.Use;
import org.openhall.item.Application;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes versions for trial, beside those that serve. */
@Component(service = Trials.class)
public final class Trials {

    private static final Logger LOG = LoggerFactory.getLogger(Trials.class);

    private final Shelf shelf;
    private final Changes changes;
    private final BundleKeeper keeper;
    private final ComposedCalls calls;

    @Activate
    public Trials(
            @Reference Shelf shelf,
            @Reference Changes changes,
            @Reference BundleKeeper keeper,
            @Reference ComposedCalls calls) {
        this.shelf = shelf;
        this.changes = changes;
        this.keeper = keeper;
        this.calls = calls;
    }

    /** A version on trial; empty when it never came. */
    public Optional<Trial> begin(String item, Version version) {
        return shelf.composed(item, version)
                .flatMap(composed -> shelf.version(item, version).map(built -> begin(built, composed)));
    }

    private Trial begin(Shelf.Built built, Composed composed) {
        // without rules nothing of its bundle is called
        boolean code = !built.version().definition().rules().isEmpty();
        if (code) {
            String sha256 = built.version().sha256();
            changes.inTurn(() -> keeper.reserve(sha256));
            List<Defect> wrong = keeper.bring(built);
            if (!wrong.isEmpty()) {
                changes.inTurn(() -> keeper.release(sha256));
                LOG.warn("{} cannot be tried: {}", built.version(), wrong);
                throw new ItemUnavailable(built.version().toString());
            }
        }
        return new Held(composed, code);
    }

    /** Keeps the version's bundle running until closed. */
    private final class Held implements Trial {

        private final Composed composed;
        private boolean held;

        private Held(Composed composed, boolean held) {
            this.composed = composed;
            this.held = held;
        }

        @Override
        public ItemVersion version() {
            return composed.whole();
        }

        @Override
        public Checked check(Application application) {
            return calls.check(() -> composed, application, Use.TRIAL);
        }

        @Override
        public void close() {
            if (held) {
                held = false;
                changes.inTurn(() -> keeper.release(composed.base().sha256()));
            }
        }
    }
}
