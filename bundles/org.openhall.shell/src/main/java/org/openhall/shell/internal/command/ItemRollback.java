package org.openhall.shell.internal.command;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openhall.api.catalogue.Version;

/** Goes back to an earlier version. */
@Service
@Command(scope = "hall", name = "item-rollback", description = "Goes back to an earlier version")
public final class ItemRollback extends HallCommand {

    @Argument(index = 0, name = "ITEM", description = "Key of the item", required = true)
    private String item;

    @Argument(index = 1, name = "VERSION", description = "major.minor.micro; the one before unless given")
    private String version;

    @Override
    void run() throws CommandFailed {
        Optional<Version> to = version == null ? Optional.empty() : Optional.of(version(version));
        tell(item + to.map(chosen -> " " + chosen).orElse(""), deployments.rollback(item, to, OPERATOR));
    }
}
