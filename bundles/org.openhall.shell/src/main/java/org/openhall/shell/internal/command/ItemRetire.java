package org.openhall.shell.internal.command;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Lets an item or a line take nothing new; open cases go on. */
@Service
@Command(
        scope = "hall",
        name = "item-retire",
        description = "Lets an item or a line take nothing new; open cases go on")
public final class ItemRetire extends HallCommand {

    @Argument(index = 0, name = "ITEM", description = "Key of the item", required = true)
    private String item;

    @Argument(index = 1, name = "LINE", description = "major.minor; all lines unless given")
    private String line;

    @Override
    void run() throws CommandFailed {
        tell(item + (line == null ? "" : " " + line), deployments.retire(item, Optional.ofNullable(line), OPERATOR));
    }
}
