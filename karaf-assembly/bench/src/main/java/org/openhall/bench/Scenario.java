package org.openhall.bench;

import org.openhall.bench.report.Report;

/** One bench. */
public interface Scenario {

    /** The word after {@code ./hall bench}. */
    String name();

    /** One line of the help, options included. */
    String help();

    /**
     * Starts what halls it needs, measures, writes its lines and rows.
     *
     * @return whether what must be so was so
     */
    boolean run(Options options, Report report);
}
