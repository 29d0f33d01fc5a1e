package org.openhall.shell.internal.command;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openhall.api.catalogue.Deployments;

/** Brings the code of a line back; what waited goes on. */
@Service
@Command(scope = "hall", name = "item-restore", description = "Brings the code of a line back; what waited goes on")
public final class ItemRestore extends LineCommand {

    @Override
    Deployments.Result act(String item, String line) {
        return deployments.restore(item, line, OPERATOR);
    }
}
