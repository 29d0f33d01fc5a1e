package org.openhall.shell.internal.command;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openhall.api.catalogue.Deployments;

/** Closes the breaker of a line: its code is called again. */
@Service
@Command(scope = "hall", name = "item-reset", description = "Closes the breaker of a line: its code is called again")
public final class ItemReset extends LineCommand {

    @Override
    Deployments.Result act(String item, String line) {
        return deployments.reset(item, line, OPERATOR);
    }
}
