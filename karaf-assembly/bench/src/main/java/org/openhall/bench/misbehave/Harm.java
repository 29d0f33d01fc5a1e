package org.openhall.bench.misbehave;

import org.openhall.bench.item.GrowingListRule;
import org.openhall.bench.item.HangingRule;
import org.openhall.bench.item.HugeArrayRule;
import org.openhall.bench.item.NonsenseRule;
import org.openhall.bench.item.SpinningRule;
import org.openhall.bench.item.ThreadLeavingRule;
import org.openhall.bench.item.ThrowingRule;
import org.openhall.item.Rule;

/** What a rule may do that it must not. */
enum Harm {
    THROWS(ThrowingRule.class, false),
    NONSENSE(NonsenseRule.class, false),
    HANGS(HangingRule.class, false),
    THREADS(ThreadLeavingRule.class, false),
    GROWING_LIST(GrowingListRule.class, false),
    HUGE_ARRAY(HugeArrayRule.class, false),
    SPINS(SpinningRule.class, true);

    private final Class<? extends Rule> rule;
    private final boolean lasting;

    Harm(Class<? extends Rule> rule, boolean lasting) {
        this.rule = rule;
        this.lasting = lasting;
    }

    Class<? extends Rule> rule() {
        return rule;
    }

    /** Whether it may go on after its version was replaced, so that a round after it would not be like one before it. */
    boolean lasting() {
        return lasting;
    }
}
