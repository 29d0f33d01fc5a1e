package org.openhall.shell.internal.command;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openhall.api.catalogue.Deployments;

/** Takes the code of a line out at once; its cases wait. */
@Service
@Command(scope = "hall", name = "item-withdraw", description = "Takes the code of a line out at once; its cases wait")
public final class ItemWithdraw extends LineCommand {

    @Override
    Deployments.Result act(String item, String line) {
        return deployments.withdraw(item, line, OPERATOR);
    }
}
