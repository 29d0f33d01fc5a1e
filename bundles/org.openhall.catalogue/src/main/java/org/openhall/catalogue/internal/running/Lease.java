package org.openhall.catalogue.internal.running;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** The right to call one version until closed; it is not stopped meanwhile, except after its time to stop is over. */
public final class Lease implements AutoCloseable {

    private final Running running;

    Lease(Running running) {
        this.running = running;
    }

    /** Begins a call of a rule, with a lease of its own that ends when the code returns. */
    <T> Optional<Call<T>> rule(Workers workers, String name, Duration patience, Function<ItemService, T> work) {
        return begin(workers, running.rules(), running.rule(name), patience, work);
    }

    /** Begins a call of a step, with a lease of its own that ends when the code returns. */
    <T> Optional<Call<T>> step(Workers workers, String name, Duration patience, Function<ItemService, T> work) {
        return begin(workers, running.steps(), running.step(name), patience, work);
    }

    private <T> Optional<Call<T>> begin(
            Workers workers, Gate gate, Optional<ItemService> service, Duration patience, Function<ItemService, T> work) {
        if (service.isEmpty()) {
            return Optional.empty();
        }
        running.enterAgain();
        Callable<T> call = () -> work.apply(service.get());
        return workers.begin(gate, call, running::leave, patience);
    }

    @Override
    public void close() {
        running.leave();
    }
}
