package org.openhall.catalogue.internal.running;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.openhall.api.catalogue.Catalogue.Checked;
import org.openhall.api.catalogue.Catalogue.Reviewed;
import org.openhall.api.catalogue.ItemUnavailable;
import org.openhall.api.catalogue.Version;
import org.openhall.catalogue.internal.Composed;
import org.openhall.catalogue.internal.definition.Extension;
import org.openhall.item.Application;
import org.openhall.item.Finding;
import org.openhall.item.Review;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Calls the code of items and of what extends them. An extension does harm to no filing: what it does not say is not checked. */
@Component(service = ComposedCalls.class)
public final class ComposedCalls {

    private final ItemCalls calls;

    @Activate
    public ComposedCalls(@Reference ItemCalls calls) {
        this.calls = calls;
    }

    /** Runs the rules of the item, then those of the extensions in their order. */
    public Checked check(Supplier<Composed> serving, Application application, Use use) {
        Patience patience = calls.patience();
        Checked own = calls.check(() -> serving.get().base(), application, patience, use);
        List<Extension> extensions = serving.get().extensions();
        if (extensions.isEmpty()) {
            return own;
        }
        List<Finding> findings = new ArrayList<>(own.findings());
        List<String> unchecked = new ArrayList<>(own.unchecked());
        for (Extension extension : extensions) {
            ask(serving, extension, application, patience, use)
                    .ifPresentOrElse(
                            said -> {
                                said.findings().forEach(finding -> findings.add(named(extension, finding)));
                                said.unchecked().forEach(rule -> unchecked.add(extension.name(rule)));
                            },
                            () -> extension
                                    .version()
                                    .definition()
                                    .rules()
                                    .forEach(rule -> unchecked.add(extension.name(rule))));
        }
        return new Checked(own.version(), List.copyOf(findings), List.copyOf(unchecked));
    }

    /** Runs an automatic step of the item or of an extension. */
    public Optional<Reviewed> review(Supplier<Composed> serving, Application application, String step) {
        Optional<String> key = Composed.extensionOf(step);
        if (key.isEmpty()) {
            return calls.review(() -> serving.get().base(), application, step);
        }
        Composed whole = serving.get();
        Optional<Extension> there = whole.extension(key.get());
        if (there.isEmpty()) {
            return Optional.empty();
        }
        Version version = whole.base().version();
        Extension extension = there.get();
        return calls.review(
                        () -> serving.get()
                                .speaking(key.get())
                                .map(Extension::version)
                                .orElseThrow(() -> new ItemUnavailable(key.get())),
                        application,
                        step.substring(key.get().length() + 1))
                .map(said -> new Reviewed(version, named(extension, said.review())));
    }

    /** Asked twice, because its bundle may be missing only while another version of it takes over. */
    private Optional<Checked> ask(
            Supplier<Composed> serving, Extension extension, Application application, Patience patience, Use use) {
        if (extension.version().definition().rules().isEmpty()) {
            return Optional.of(new Checked(extension.version().version(), List.of(), List.of()));
        }
        Optional<Extension> first = serving.get().speaking(extension.key());
        return first.flatMap(now -> calls.checkIfThere(now.version(), application, patience, use))
                .or(() -> serving.get()
                        .speaking(extension.key())
                        .filter(now -> !first.equals(Optional.of(now)))
                        .flatMap(now -> calls.checkIfThere(now.version(), application, patience, use)));
    }

    private static Finding named(Extension extension, Finding finding) {
        return new Finding(
                finding.severity(), finding.pointer(), extension.name(finding.message()), finding.arguments());
    }

    private static Review named(Extension extension, Review review) {
        return new Review(review.outcome().map(extension::outcome), review.opinion());
    }
}
