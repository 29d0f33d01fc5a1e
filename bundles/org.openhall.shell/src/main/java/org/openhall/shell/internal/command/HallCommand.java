package org.openhall.shell.internal.command;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.openhall.api.catalogue.Deployments;
import org.openhall.api.catalogue.Operator;
import org.openhall.api.catalogue.Version;
import org.openhall.shell.internal.text.ItemTable;
import org.openhall.shell.internal.text.Times;
import org.openhall.shell.internal.text.Words;

/** What all commands share. Whoever can give one has the hall's machine, so he may touch every item. */
abstract class HallCommand implements Action {

    static final Operator OPERATOR = Operator.way("command");

    @Reference
    Deployments deployments;

    @Reference
    Session session;

    @Reference
    Clock clock;

    @Override
    public final Object execute() throws CommandFailed {
        run();
        // a result would be printed once more
        return null;
    }

    abstract void run() throws CommandFailed;

    /** In the hall's zone. */
    Times times() {
        return new Times(clock.getZone());
    }

    /** That of whoever gives the command, for the names of items. */
    String language() {
        return ItemTable.language(String.valueOf(session.get("LANG")));
    }

    /** The shell points the stream of this thread at whoever reads, a pipe included. */
    void print(List<String> lines) {
        lines.forEach(System.out::println);
    }

    /** What the hall reports, with its own time. */
    void report(List<String> lines) {
        print(lines.stream().map(times()::told).toList());
    }

    Version version(String text) throws CommandFailed {
        try {
            return Version.parse(text);
        } catch (IllegalArgumentException e) {
            throw new CommandFailed(e.getMessage());
        }
    }

    /** Tells what became of an act on something, such as "kiosk 1.2.0". */
    void tell(String what, Deployments.Result result) throws CommandFailed {
        if (result instanceof Deployments.Done done) {
            report(done.report());
        } else if (result instanceof Deployments.NotDone not) {
            String detail = Optional.of(not.detail().strip())
                    .filter(text -> !text.isEmpty())
                    .map(text -> "\n" + text)
                    .orElse("");
            throw new CommandFailed(what + ": " + Words.reason(not.reason()) + detail);
        }
    }
}
