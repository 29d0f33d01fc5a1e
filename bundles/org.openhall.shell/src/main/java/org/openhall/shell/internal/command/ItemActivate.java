package org.openhall.shell.internal.command;

import java.time.Instant;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openhall.api.catalogue.Version;

/** Lets a version serve its line, now or later. */
@Service
@Command(scope = "hall", name = "item-activate", description = "Lets a version serve its line, now or later")
public final class ItemActivate extends HallCommand {

    @Option(
            name = "--at",
            valueToShowInHelp = "now",
            description = "When, such as 2027-01-31T08:00 or 2027-01-31T08:00+08:00")
    private String at;

    @Option(name = "--hard", description = "Drafts of earlier lines can no longer be filed from then on")
    private boolean hard;

    @Argument(index = 0, name = "ITEM", description = "Key of the item", required = true)
    private String item;

    @Argument(index = 1, name = "VERSION", description = "major.minor.micro", required = true)
    private String version;

    @Override
    void run() throws CommandFailed {
        Version chosen = version(version);
        tell(
                item + " " + chosen,
                at == null
                        ? deployments.activate(item, chosen, hard, OPERATOR)
                        : deployments.plan(item, chosen, time(), hard, OPERATOR));
    }

    private Instant time() throws CommandFailed {
        return times().read(at)
                .orElseThrow(() -> new CommandFailed(
                        "--at takes a time such as 2027-01-31T08:00 or 2027-01-31T08:00+08:00: " + at));
    }
}
