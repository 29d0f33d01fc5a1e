package org.openhall.catalogue.internal.running;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** The right to call one version until closed; it is not stopped meanwhile, except after its time to stop is over. */
public final class Lease implements AutoCloseable {

    private static final Duration TO_MAKE = Duration.ofSeconds(5);

    private final Running running;

    Lease(Running running) {
        this.running = running;
    }

    /** Begins a call of a rule, with a lease of its own that ends when the code returns. */
    <T> Optional<Call<T>> rule(Workers workers, String name, Duration patience, Function<ItemService, T> work) {
        return begin(workers, running.rules(), running.service(Running.RULE + " " + name), patience, work);
    }

    /** Begins a call of a step, with a lease of its own that ends when the code returns. */
    <T> Optional<Call<T>> step(Workers workers, String name, Duration patience, Function<ItemService, T> work) {
        return begin(workers, running.steps(), running.service(Running.STEP + " " + name), patience, work);
    }

    /** Has a service made; what is wrong with it when it cannot. */
    Optional<String> make(Workers workers, String name, Class<?> type) {
        Optional<Call<Boolean>> call = begin(
                workers,
                running.steps(),
                running.service(name),
                TO_MAKE,
                service -> type.isInstance(service.get(type)));
        if (call.isEmpty()) {
            return Optional.of("it cannot be called");
        }
        try {
            call.get().await();
            return Optional.empty();
        } catch (ExecutionException e) {
            return Optional.of(Sense.trace(e.getCause()));
        } catch (TimeoutException e) {
            return Optional.of("its constructor does not return");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("the hall is stopping");
        }
    }

    private <T> Optional<Call<T>> begin(
            Workers workers,
            Gate gate,
            Optional<ItemService> service,
            Duration patience,
            Function<ItemService, T> work) {
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
