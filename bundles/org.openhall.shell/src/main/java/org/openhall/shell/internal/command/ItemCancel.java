package org.openhall.shell.internal.command;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Gives up the planned activation of an item. */
@Service
@Command(scope = "hall", name = "item-cancel", description = "Gives up the planned activation of an item")
public final class ItemCancel extends HallCommand {

    @Argument(index = 0, name = "ITEM", description = "Key of the item", required = true)
    private String item;

    @Override
    void run() throws CommandFailed {
        tell(item, deployments.cancelPlan(item, OPERATOR));
    }
}
