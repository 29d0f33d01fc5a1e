package org.openhall.shell.internal.command;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Brings the code of a line back; what waited goes on. */
@Service
@Command(scope = "hall", name = "item-restore", description = "Brings the code of a line back; what waited goes on")
public final class ItemRestore extends HallCommand {

    @Argument(index = 0, name = "ITEM", description = "Key of the item", required = true)
    private String item;

    @Argument(index = 1, name = "LINE", description = "major.minor", required = true)
    private String line;

    @Override
    void run() throws CommandFailed {
        tell(item + " " + line, deployments.restore(item, line, OPERATOR));
    }
}
