package org.openhall.catalogue.internal.running;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.openhall.api.catalogue.Catalogue;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.catalogue.internal.CatalogueSettings;
import org.openhall.item.ReviewStep;
import org.openhall.item.Rule;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The installed item bundles, each at its own location, and their services by the bundle they come from. */
@Component(service = ItemBundles.class, configurationPid = "org.openhall.catalogue")
public final class ItemBundles {

    private static final Logger LOG = LoggerFactory.getLogger(ItemBundles.class);
    private static final Duration IDLE = Duration.ofSeconds(10);
    private static final Duration TO_BE_GONE = Duration.ofSeconds(25);
    private static final String SERVICES =
            "(|(objectClass=" + Rule.class.getName() + ")(objectClass=" + ReviewStep.class.getName() + "))";

    private final BundleContext context;
    private final InstalledItems installed;
    private final CatalogueSettings settings;
    private final Map<String, Running> byHash = new ConcurrentHashMap<>();
    private final Map<Long, Running> byBundle = new ConcurrentHashMap<>();
    private final ServiceListener listener = this::changed;
    private final Watch watch = new Watch();
    private final Semaphore ruleThreads;
    private final Semaphore trialThreads;
    private final Semaphore stepThreads;

    @Activate
    public ItemBundles(BundleContext context, CatalogueSettings settings) throws InvalidSyntaxException {
        this.context = context;
        this.installed = new InstalledItems(context);
        this.settings = settings;
        ruleThreads = new Semaphore(settings.rule_threads());
        // one trial runs at a time in the whole hall
        trialThreads = new Semaphore(settings.rule_permits());
        stepThreads = new Semaphore(settings.step_threads());
        context.addServiceListener(listener, SERVICES);
    }

    @Deactivate
    public void close() {
        context.removeServiceListener(listener);
        byHash.values().forEach(Running::release);
        byHash.clear();
        byBundle.clear();
        watch.close();
    }

    /** Where a version's bundle is installed. */
    public static String location(String bundle, ItemVersion version) {
        return InstalledItems.location(bundle, version);
    }

    /**
     * Installs and starts a version's bundle unless it runs already.
     *
     * @param bundle its symbolic name
     * @param bytes fetched only when it is not installed
     * @throws NotStarted when it cannot; a bundle installed here is then left for {@link #stop}
     */
    public void start(String bundle, ItemVersion version, Supplier<byte[]> bytes) throws NotStarted {
        try {
            startNow(bundle, version, bytes);
        } catch (NotStarted e) {
            if (installed.find(location(bundle, version)).isPresent()) {
                throw e;
            }
            // it was just being taken out by somebody who did not need it any more
            startNow(bundle, version, bytes);
        }
    }

    private void startNow(String bundle, ItemVersion version, Supplier<byte[]> bytes) throws NotStarted {
        String location = location(bundle, version);
        awaitGone(version.sha256());
        Optional<Bundle> present = installed.find(location);
        Bundle item = present.isPresent() ? present.get() : installed.install(location, bytes.get());
        Running running = byHash.compute(version.sha256(), (sha, known) -> {
            if (known != null && known.bundle().getBundleId() == item.getBundleId() && known.open()) {
                return known;
            }
            if (known != null) {
                byBundle.remove(known.bundle().getBundleId());
                known.release();
            }
            return new Running(
                    version.toString(),
                    item,
                    new Workers("item-" + version, 2 * settings.rule_permits() + settings.step_permits(), IDLE, watch),
                    new Gate(settings.rule_permits(), ruleThreads, settings.breaker(), System::nanoTime),
                    new Gate(settings.rule_permits(), trialThreads, settings.breaker(), System::nanoTime),
                    new Gate(settings.step_permits(), stepThreads, settings.breaker(), System::nanoTime));
        });
        byBundle.put(item.getBundleId(), running);
        installed.start(item);
        InstalledItems.services(item).forEach(reference -> running.appeared(context, reference));
        wake();
    }

    /** When the version is just being taken out, lets it stay if there is still time, else waits until it is out. */
    private void awaitGone(String sha256) throws NotStarted {
        long until = System.nanoTime() + TO_BE_GONE.toNanos();
        try {
            for (Running known = byHash.get(sha256); known != null && !known.open(); known = byHash.get(sha256)) {
                if (System.nanoTime() > until) {
                    throw new NotStarted("Its bundle is being taken out and does not stop");
                }
                awaitChange();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotStarted("The hall is stopping");
        }
    }

    /** Names of the services a version's bundle offers, as {@code item.rule <name>} and {@code item.step <name>}. */
    public List<String> offered(ItemVersion version) {
        Running running = byHash.get(version.sha256());
        return running == null
                ? List.of()
                : InstalledItems.services(running.bundle()).stream()
                        .map(Running::name)
                        .flatMap(Optional::stream)
                        .toList();
    }

    /** Makes every service of a version once; what is wrong with one, by its name. */
    public Map<String, String> probe(ItemVersion version) {
        Map<String, String> wrong = new LinkedHashMap<>();
        for (String name : ItemCalls.needed(version)) {
            Class<?> type = name.startsWith(Running.RULE) ? Rule.class : ReviewStep.class;
            lease(version, List.of(name))
                    .ifPresentOrElse(
                            lease -> {
                                try (lease) {
                                    lease.make(name, type).ifPresent(why -> wrong.put(name, why));
                                }
                            },
                            () -> wrong.put(name, "it is gone"));
        }
        return wrong;
    }

    /** Lets the calls in a version end, then takes its bundle out. */
    public void stop(String sha256) {
        Optional<Running> running = Optional.ofNullable(byHash.get(sha256));
        running.ifPresent(Running::shut);
        running.ifPresent(this::stop);
    }

    /** Lets nobody into a version any more, until somebody starts it. */
    public void shut(String sha256) {
        Optional.ofNullable(byHash.get(sha256)).ifPresent(Running::shut);
    }

    private void stop(Running running) {
        Running.Closing closing = running.awaitEmpty(settings.stop_seconds() * 1_000L);
        if (closing == Running.Closing.REVOKED) {
            return;
        }
        if (closing == Running.Closing.LEFT_BEHIND) {
            LOG.warn("{} is stopped although calls in it have not ended", running.bundle());
        }
        byBundle.remove(running.bundle().getBundleId());
        running.release();
        installed.uninstall(running.bundle());
        byHash.values().remove(running);
        wake();
        List<Thread> left = running.workers().strangers();
        if (!left.isEmpty()) {
            LOG.warn("{} left {} threads behind; they keep its classes in memory", running.bundle(), left.size());
        }
    }

    /** Takes a version out that did not come in, whether it got as far as running or not. */
    public void discard(String bundle, ItemVersion version) {
        shut(version.sha256());
        takeOut(bundle, version);
    }

    /** Waits until nothing runs in a version that was shut and takes it out, unless somebody started it again meanwhile. */
    public void takeOut(String bundle, ItemVersion version) {
        Optional.ofNullable(byHash.get(version.sha256())).ifPresent(this::stop);
        installed
                .find(location(bundle, version))
                .filter(left -> !byHash.containsKey(version.sha256()))
                .ifPresent(installed::uninstall);
    }

    /** Like {@link #stop}, without making the caller wait. It is shut at once, so that whoever starts it from now on finds it so and opens it again. */
    public void stopLater(String sha256) {
        Optional.ofNullable(byHash.get(sha256)).ifPresent(running -> {
            running.shut();
            Thread thread = new Thread(() -> stop(running), "item-stop");
            thread.setDaemon(true);
            thread.start();
        });
    }

    /** Takes out what lies at a location of ours and is not among these, left by a hall that was cut off. */
    public void keepOnly(Set<String> locations) {
        installed.keepOnly(locations);
    }

    /** Lets a caller into a version whose bundle runs and offers all these services; else empty. */
    public Optional<Lease> lease(ItemVersion version, List<String> services) {
        return active(version)
                .filter(running -> services.stream().allMatch(running::has) && running.enter())
                .map(Lease::new);
    }

    /** Whether a version's bundle is there and runs. */
    public boolean runs(ItemVersion version) {
        return active(version).isPresent();
    }

    /** Why a version's code cannot be called on this node. */
    public Optional<Catalogue.Absence> absence(ItemVersion version) {
        Optional<Running> whole = active(version)
                .filter(running -> ItemCalls.needed(version).stream().allMatch(running::has));
        if (whole.isEmpty()) {
            return Optional.of(Catalogue.Absence.MISSING);
        }
        return whole.filter(running -> running.rules().open() || running.steps().open())
                .map(running -> Catalogue.Absence.BROKEN);
    }

    private Optional<Running> active(ItemVersion version) {
        return Optional.ofNullable(byHash.get(version.sha256()))
                .filter(running -> running.bundle().getState() == Bundle.ACTIVE);
    }

    /** Waits until something changed, or for a moment. */
    public synchronized void awaitChange() throws InterruptedException {
        wait(100);
    }

    /** How the code of a version is; empty when it does not run. */
    public Optional<Health> health(ItemVersion version) {
        return active(version).map(running -> running.health(settings.breaker()));
    }

    /** How the code of each version is that runs, by item and version as {@link ItemVersion#toString()} names them. */
    Map<String, Health> healths() {
        Map<String, Health> all = new TreeMap<>();
        byHash.values().forEach(running -> all.put(running.name(), running.health(settings.breaker())));
        return all;
    }

    /** Closes the breaker of a version by hand. */
    public void reset(ItemVersion version) {
        Optional.ofNullable(byHash.get(version.sha256())).ifPresent(running -> {
            running.rules().reset();
            running.steps().reset();
        });
    }

    private synchronized void wake() {
        notifyAll();
    }

    private void changed(ServiceEvent event) {
        ServiceReference<?> reference = event.getServiceReference();
        Running running = byBundle.get((Long) reference.getProperty("service.bundleid"));
        if (running == null) {
            return;
        }
        if (event.getType() == ServiceEvent.UNREGISTERING) {
            running.disappeared(reference);
        } else {
            running.appeared(context, reference);
        }
        wake();
    }
}
