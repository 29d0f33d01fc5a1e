package org.openhall.shell.internal.command;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openhall.api.catalogue.Deployed;
import org.openhall.api.paging.Page;
import org.openhall.shell.internal.text.ItemSheet;
import org.openhall.shell.internal.text.ItemTable;

/** Lists the deployed items, or shows all about one. */
@Service
@Command(scope = "hall", name = "items", description = "Lists the deployed items, or shows all about one")
public final class Items extends HallCommand {

    private static final int PAGE = 100;

    @Argument(index = 0, name = "ITEM", description = "Key of one item")
    private String item;

    @Override
    void run() throws CommandFailed {
        if (item == null) {
            list();
        } else {
            print(new ItemSheet(language(), times())
                    .of(deployments
                            .item(item, OPERATOR)
                            .orElseThrow(() -> new CommandFailed("There is no item " + item + " in this hall."))));
        }
    }

    private void list() {
        ItemTable table = new ItemTable(language(), times());
        Optional<String> after = Optional.empty();
        do {
            Page<Deployed> page = deployments.items(PAGE, after, OPERATOR);
            print(page.entries().isEmpty() ? List.of("No item was deployed yet.") : table.of(page.entries()));
            after = page.next();
        } while (after.isPresent());
    }
}
