package org.openhall.shell.internal.command;

import org.apache.karaf.shell.api.action.Argument;
import org.openhall.api.catalogue.Deployments;

/** What is done to one line of an item. */
abstract class LineCommand extends HallCommand {

    @Argument(index = 0, name = "ITEM", description = "Key of the item", required = true)
    private String item;

    @Argument(index = 1, name = "LINE", description = "major.minor", required = true)
    private String line;

    abstract Deployments.Result act(String on, String which);

    @Override
    final void run() throws CommandFailed {
        tell(item + " " + line, act(item, line));
    }
}
