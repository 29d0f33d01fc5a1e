package org.openhall.api.metrics;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A part of the hall that tells numbers about itself. Registered as a service by the bundle that owns the part, and asked each time somebody reads the
 * metrics, from any thread. Answers at once, from memory; what it throws is logged and costs only its own numbers.
 *
 * <p>Nothing personal, and labels only with values of which there are few: items, steps, routes, never cases, accounts or addresses.
 */
@ConsumerType
@FunctionalInterface
public interface Measured {

    /**
     * The numbers of this moment.
     *
     * @return one family per name; names are of this part alone
     */
    List<Measure> measures();
}
