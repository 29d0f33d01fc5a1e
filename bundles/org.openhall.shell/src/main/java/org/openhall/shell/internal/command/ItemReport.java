package org.openhall.shell.internal.command;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openhall.api.catalogue.Deployments.Recorded;
import org.openhall.api.paging.Page;
import org.openhall.shell.internal.text.RecordList;

/** Tells what was done with the items, newest first. */
@Service
@Command(scope = "hall", name = "item-report", description = "Tells what was done with the items, newest first")
public final class ItemReport extends HallCommand {

    private static final int PAGE = 100;

    @Option(name = "-n", valueToShowInHelp = "20", description = "How many acts")
    private String most = "20";

    @Argument(index = 0, name = "ITEM", description = "Key of one item; all and refused bundles unless given")
    private String item;

    @Override
    void run() throws CommandFailed {
        if (!most.matches("[1-9][0-9]{0,5}")) {
            throw new CommandFailed("-n takes a number from 1: " + most);
        }
        RecordList list = new RecordList(times());
        Optional<String> after = Optional.empty();
        int all = Integer.parseInt(most);
        int left = all;
        do {
            Page<Recorded> page = deployments.record(Optional.ofNullable(item), Math.min(PAGE, left), after, OPERATOR);
            if (page.entries().isEmpty() && left == all) {
                print(List.of(item == null ? "Nothing was done yet." : "Nothing was done with " + item + "."));
            }
            print(list.of(page.entries()));
            left -= page.entries().size();
            after = page.next();
        } while (left > 0 && after.isPresent());
    }
}
