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
    THROWS(ThrowingRule.class, 1, false),
    NONSENSE(NonsenseRule.class, 1, false),
    HANGS(HangingRule.class, 1, false),
    THREADS(ThreadLeavingRule.class, 1, false),
    GROWING_LIST(GrowingListRule.class, 4, false),
    HUGE_ARRAY(HugeArrayRule.class, 4, false),
    SPINS(SpinningRule.class, 4, true);

    private final Class<? extends Rule> rule;
    private final int rounds;
    private final boolean lasting;

    Harm(Class<? extends Rule> rule, int rounds, boolean lasting) {
        this.rule = rule;
        this.rounds = rounds;
        this.lasting = lasting;
    }

    Class<? extends Rule> rule() {
        return rule;
    }

    /** How much longer than others it is measured: the breaker of a version that must be stopped by force stays open for longer. */
    int rounds() {
        return rounds;
    }

    /** Whether it may go on after its version was replaced, so that a round after it would not be like one before it. */
    boolean lasting() {
        return lasting;
    }
}
