package org.openhall.shell.internal.channel;

import java.io.PrintStream;
import org.openhall.shell.internal.client.Wire;

/** Who carries out what comes over the channel. */
interface Shells {

    /** A shell for one caller. */
    Shell open(Wire.Greeting caller, PrintStream out, PrintStream errors);

    /** Carries out one caller's commands, one after the other. */
    interface Shell extends AutoCloseable {

        /** The status of a command: 0 when it did what it says. */
        int run(String command);

        @Override
        void close();
    }
}
