package org.openhall.item;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Checks one application before it becomes a case.
 *
 * <p>An item bundle registers each rule as a service with the name its {@code item.yaml} uses ({@link ItemRule}). The hall calls it after
 * the form's own checks have passed and before anything is stored, from many threads at once. A rule is a function of its argument: it
 * must not block, keep state between calls, or reach for the network, the clock or the database; {@link Application#filedAt()} is its
 * "now".
 *
 * <p>A rule that throws, or gives no answer within two seconds, does not lose the application: the case opens with the finding "not
 * checked" for the official, and no automatic decision rests on it. All rules of a version run; their findings are shown together.
 */
@ConsumerType
@FunctionalInterface
public interface Rule {

    /**
     * Looks at one application.
     *
     * @param application the answers and materials as filed; never changes
     * @return what there is to say, in any order; empty when all is well
     */
    List<Finding> check(Application application);
}
