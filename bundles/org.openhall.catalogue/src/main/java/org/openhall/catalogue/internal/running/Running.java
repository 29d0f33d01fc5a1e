package org.openhall.catalogue.internal.running;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.openhall.item.ReviewStep;
import org.openhall.item.Rule;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** One installed version with its services, its share of the threads, and how many calls are in it. */
final class Running {

    /** The property with the name of a {@link Rule}. */
    static final String RULE = "item.rule";
    /** The property with the name of a {@link ReviewStep}. */
    static final String STEP = "item.step";

    private final String name;
    private final Bundle bundle;
    private final Workers workers;
    private final Gate rules;
    private final Gate trials;
    private final Gate steps;
    private final Map<String, ItemService> services = new ConcurrentHashMap<>();
    private int leases;
    private boolean closed;
    private boolean gone;

    Running(String name, Bundle bundle, Workers workers, Gate rules, Gate trials, Gate steps) {
        this.name = name;
        this.bundle = bundle;
        this.workers = workers;
        this.rules = rules;
        this.trials = trials;
        this.steps = steps;
    }

    /** Item and version. */
    String name() {
        return name;
    }

    Bundle bundle() {
        return bundle;
    }

    Workers workers() {
        return workers;
    }

    Gate rules() {
        return rules;
    }

    /** The gate of rules for a use. */
    Gate rules(Use use) {
        return use == Use.TRIAL ? trials : rules;
    }

    Gate steps() {
        return steps;
    }

    /** A service by kind and name. */
    Optional<ItemService> service(String name) {
        return Optional.ofNullable(services.get(name));
    }

    boolean has(String service) {
        return services.containsKey(service);
    }

    void appeared(BundleContext context, ServiceReference<?> reference) {
        name(reference).ifPresent(name -> services.computeIfAbsent(name, key -> new ItemService(context, reference)));
    }

    void disappeared(ServiceReference<?> reference) {
        name(reference)
                .ifPresent(name -> services.computeIfPresent(name, (key, service) -> {
                    if (!service.reference().equals(reference)) {
                        return service;
                    }
                    service.release();
                    return null;
                }));
    }

    /** The kind and name of a service; empty when it has none. */
    static Optional<String> name(ServiceReference<?> reference) {
        for (String property : new String[] {RULE, STEP}) {
            if (reference.getProperty(property) instanceof String name && !name.isBlank()) {
                return Optional.of(property + " " + name);
            }
        }
        return Optional.empty();
    }

    /** Lets a call in; false when the version is being stopped. */
    synchronized boolean enter() {
        if (!closed) {
            leases++;
        }
        return !closed;
    }

    /** Counts one more call for somebody who is in already, even while the version is being stopped. */
    synchronized void enterAgain() {
        leases++;
    }

    synchronized void leave() {
        leases--;
        notifyAll();
    }

    /** What became of closing. */
    enum Closing {
        /** Nobody is in it any more. */
        EMPTY,
        /** Somebody still is, and is not waited for any longer. */
        LEFT_BEHIND,
        /** It is needed again. */
        REVOKED
    }

    /** Lets nobody in any more. */
    synchronized void shut() {
        closed = true;
    }

    /** Waits until all are out after {@link #shut}, or for this long, unless it was opened again. */
    synchronized Closing awaitEmpty(long millis) {
        long until = System.nanoTime() + millis * 1_000_000;
        try {
            for (long left = millis; closed && leases > 0 && left > 0; left = (until - System.nanoTime()) / 1_000_000) {
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        gone = closed;
        if (!closed) {
            return Closing.REVOKED;
        }
        return leases == 0 ? Closing.EMPTY : Closing.LEFT_BEHIND;
    }

    /** Lets callers in again while it is being closed; false when it is too late. */
    synchronized boolean open() {
        if (!gone) {
            closed = false;
            notifyAll();
        }
        return !gone;
    }

    /** Forgets all services and lets the threads go. */
    void release() {
        services.values().forEach(ItemService::release);
        services.clear();
        workers.close();
    }

    /** How its code is, unless it is away. */
    Health health(int limit) {
        return new Health(
                rules.failures() + steps.failures(),
                rules.lostThreads() + steps.lostThreads(),
                limit,
                rules.open() || steps.open(),
                workers.strangers().size(),
                rules.lastFailure().or(steps::lastFailure));
    }
}
