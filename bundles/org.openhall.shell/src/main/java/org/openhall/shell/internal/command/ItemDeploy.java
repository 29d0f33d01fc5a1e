package org.openhall.shell.internal.command;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openhall.api.catalogue.Door;
import org.openhall.api.forms.Defect;

/** Brings an item bundle into the hall. */
@Service
@Command(scope = "hall", name = "item-deploy", description = "Brings an item bundle into the hall")
public final class ItemDeploy extends HallCommand {

    @Reference
    private Door door;

    @Option(name = "--keep", description = "Keeps the version; it serves nothing until hall:item-activate")
    private boolean keep;

    @Argument(index = 0, name = "FILE", description = "The bundle, a jar", required = true)
    private String file;

    @Override
    void run() throws CommandFailed {
        Door.Entry entry = door.offer(path(), keep ? Door.Then.KEEP : Door.Then.ACTIVATE, OPERATOR);
        if (entry instanceof Door.Refused refused) {
            throw new CommandFailed(Stream.concat(
                            refused.defects().stream().map(Defect::toString),
                            Stream.of(file + " was refused; the hall goes on as before."))
                    .collect(Collectors.joining("\n")));
        }
        if (entry instanceof Door.Entered entered) {
            String now = entered.activated() ? " serves its line." : " is in the hall and does not serve its line.";
            report(entered.report());
            print(List.of(entered.item() + " " + entered.version() + now));
        }
    }

    private Path path() throws CommandFailed {
        Path path;
        try {
            path = session.currentDir().resolve(file);
        } catch (InvalidPathException e) {
            throw new CommandFailed(file + ": this is no file name: " + e.getReason() + ".");
        }
        if (Files.isDirectory(path)) {
            throw new CommandFailed(path + ": this is a folder; name the bundle, a .jar file.");
        }
        if (!Files.isRegularFile(path)) {
            throw new CommandFailed(path + ": there is no such file.");
        }
        if (!Files.isReadable(path)) {
            throw new CommandFailed(path + ": the hall may not read this file.");
        }
        return path;
    }
}
