package org.openhall.shell.internal.command;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Takes the code of a line out at once; its cases wait. */
@Service
@Command(scope = "hall", name = "item-withdraw", description = "Takes the code of a line out at once; its cases wait")
public final class ItemWithdraw extends HallCommand {

    @Argument(index = 0, name = "ITEM", description = "Key of the item", required = true)
    private String item;

    @Argument(index = 1, name = "LINE", description = "major.minor", required = true)
    private String line;

    @Override
    void run() throws CommandFailed {
        tell(item + " " + line, deployments.withdraw(item, line, OPERATOR));
    }
}
