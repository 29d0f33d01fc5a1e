package org.openhall.shell.internal.text;

import java.util.Optional;
import org.openhall.api.catalogue.Deployed.Health;
import org.openhall.api.catalogue.Deployed.Line;
import org.openhall.api.catalogue.Deployed.Plan;
import org.openhall.api.catalogue.Deployments.Kind;
import org.openhall.api.catalogue.Deployments.Reason;

/** The words of a state, a reason, an act. */
public final class Words {

    private Words() {}

    /** Why nothing was done. */
    public static String reason(Reason reason) {
        return switch (reason) {
            case UNKNOWN -> "there is no such item, line or version in this hall.";
            case ALREADY -> "it is so already.";
            case BEHIND -> "a later version serves its line; to go back, roll back to it.";
            case NOTHING_BEFORE -> "there is no version to go back to.";
            case DOES_NOT_START -> "its bundle does not start or lacks a service that the definition names.";
            case CODE_TAKEN -> "another item serves one of its codes.";
            case TIME -> "the time must lie in the future, at most a year ahead.";
        };
    }

    /** What was done. */
    static String kind(Kind kind) {
        return switch (kind) {
            case ENTERED -> "came in";
            case REFUSED -> "refused";
            case ACTIVATED -> "activated";
            case PLANNED -> "activation planned";
            case CANCELLED -> "planned activation given up";
            case ROLLED_BACK -> "rolled back to this version";
            case RETIRED -> "retired";
            case WITHDRAWN -> "code withdrawn";
            case RESTORED -> "code restored";
            case DRAINED -> "drained, bundle taken out";
            case RESET -> "breaker reset";
        };
    }

    /** What a line is for, and what remains on it. */
    static String state(Line line, Times times) {
        return switch (line.state()) {
            case WAITING -> "kept, never activated";
            case TAKING -> "takes new filings";
            case ACCEPTING ->
                "drafts may be filed"
                        + line.acceptsUntil()
                                .map(until -> " until " + times.show(until))
                                .orElse("")
                        + (line.cases() > 0 ? "; " + remain(line) : "");
            case DRAINING -> remain(line);
            case DRAINED -> "drained";
        };
    }

    private static String remain(Line line) {
        return switch ((int) Math.min(line.cases(), 2)) {
            case 0 -> "no case remains on " + line.line();
            case 1 -> "1 case remains on " + line.line();
            default -> line.cases() + " cases remain on " + line.line();
        };
    }

    /** How the code is, in a few words. */
    static String code(Health health) {
        Optional<String> away = health.absence().map(absence -> switch (absence) {
            case WITHDRAWN -> "withdrawn";
            case MISSING -> "missing";
            case BROKEN -> "breaker open";
        });
        if (away.isPresent()) {
            return away.get();
        }
        if (health.open()) {
            return "breaker open";
        }
        if (!health.code()) {
            return "none";
        }
        return health.failures() == 0 && health.lost() == 0 ? "runs" : "runs, " + failures(health);
    }

    static String failures(Health health) {
        String failed = health.failures() == 1 ? "1 call failed" : health.failures() + " calls failed";
        return health.lost() == 0
                ? failed
                : failed + ", " + health.lost() + " of " + health.limit() + " threads lost before the breaker opens";
    }

    static String plan(Plan plan, Times times) {
        return "activation planned for " + times.show(plan.at()) + (plan.hard() ? ", hard stop" : "") + " (by "
                + plan.by() + ")";
    }
}
