package org.openhall.item;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Does a step of the procedure that needs no official, for instance a comparison with a register.
 *
 * <p>An item bundle registers each step as a service with the name its {@code item.yaml} gives under {@code automatic} ({@link ItemStep}).
 * A worker of the hall calls it after the change that opened its task is committed, on one thread at a time for one case, at least once:
 * after a crash it may be called again for the same task. Its answer is applied only if that task is still open. It may block for up to
 * thirty seconds. When it throws, hangs or answers with an outcome the step does not have, the task stays open and its post sees why.
 */
@ConsumerType
@FunctionalInterface
public interface ReviewStep {

    /**
     * Reviews one case at one step.
     *
     * @param application the application as filed; never changes
     * @param step the identifier of the step in {@code item.yaml}
     * @return the outcome to take, or {@link Review#leaveToOfficial(String)}
     */
    Review review(Application application, String step);
}
