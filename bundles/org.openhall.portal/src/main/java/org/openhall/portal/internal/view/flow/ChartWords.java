package org.openhall.portal.internal.view.flow;

import java.util.List;
import org.openhall.portal.internal.view.flow.FlowGraph.Exit;

/** What a chart says, in one language, and what of it has happened. */
interface ChartWords {

    /**
     * What a card says.
     *
     * @param name of the step
     * @param facts post, limit …; short
     * @param hint what happens there; may be empty
     * @param badge words for "now here"; empty elsewhere
     * @param state "todo", "done" or "now"
     * @param added whether another bundle contributed the step
     */
    record Caption(String name, List<String> facts, String hint, String badge, String state, boolean added) {}

    Caption caption(String step);

    /** Names of the outcomes; empty where there are none. */
    String outcomes(Exit exit);

    /** How a case ends there. */
    String end(String end);

    /** What the applicant does first. */
    String start();

    /** Over steps that are done at the same time. */
    String together(int steps);

    /** Whether the case went this way. */
    boolean taken(Exit exit);
}
