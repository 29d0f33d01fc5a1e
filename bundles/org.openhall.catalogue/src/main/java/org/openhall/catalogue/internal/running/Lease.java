package org.openhall.catalogue.internal.running;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.openhall.catalogue.internal.running.Workers.Limits;

/** The right to call one version until closed; it is not stopped meanwhile, except after its time to stop is over. */
public final class Lease implements AutoCloseable {

    private static final Limits TO_MAKE = new Limits(Duration.ofSeconds(5), Duration.ofSeconds(5), 256L << 20);

    private final Running running;

    Lease(Running running) {
        this.running = running;
    }

    /** Begins a call of a rule, with a lease of its own that ends when the code returns. */
    <T> Optional<Call<T>> rule(Use use, String name, Limits limits, Function<ItemService, T> work) {
        return begin(running.rules(use), Running.RULE, name, limits, work);
    }

    /** Begins a call of a step, with a lease of its own that ends when the code returns. */
    <T> Optional<Call<T>> step(String name, Limits limits, Function<ItemService, T> work) {
        return begin(running.steps(), Running.STEP, name, limits, work);
    }

    /** Notes that an answer made no sense. */
    void nonsense(Use use, String name) {
        running.rules(use).failed("'" + name + "' answered what makes no sense");
    }

    /** Has a service made; what is wrong with it when it cannot. */
    Optional<String> make(String service, Class<?> type) {
        int blank = service.indexOf(' ');
        Optional<Call<Boolean>> call = begin(
                running.steps(),
                service.substring(0, blank),
                service.substring(blank + 1),
                TO_MAKE,
                made -> type.isInstance(made.get(type)));
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
            Gate gate, String kind, String name, Limits limits, Function<ItemService, T> work) {
        Optional<ItemService> service = running.service(kind + " " + name);
        if (service.isEmpty()) {
            return Optional.empty();
        }
        running.enterAgain();
        Callable<T> call = () -> work.apply(service.get());
        return running.workers().begin(gate, name, call, running::leave, limits);
    }

    @Override
    public void close() {
        running.leave();
    }
}
