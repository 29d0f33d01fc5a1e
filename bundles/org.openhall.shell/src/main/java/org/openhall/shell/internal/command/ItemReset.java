package org.openhall.shell.internal.command;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Closes the breaker of a line: its code is called again. */
@Service
@Command(scope = "hall", name = "item-reset", description = "Closes the breaker of a line: its code is called again")
public final class ItemReset extends HallCommand {

    @Argument(index = 0, name = "ITEM", description = "Key of the item", required = true)
    private String item;

    @Argument(index = 1, name = "LINE", description = "major.minor", required = true)
    private String line;

    @Override
    void run() throws CommandFailed {
        tell(item + " " + line, deployments.reset(item, line, OPERATOR));
    }
}
