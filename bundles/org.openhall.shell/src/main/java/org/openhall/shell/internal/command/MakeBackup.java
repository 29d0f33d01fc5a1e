package org.openhall.shell.internal.command;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.openhall.api.storage.Backups;
import org.openhall.shell.internal.text.BackupText;

/** Backs up the whole hall into one file while it serves. */
@Service
@Command(scope = "hall", name = "backup", description = "Backs up the whole hall into one file while it serves")
public final class MakeBackup implements Action {

    @Reference
    private Backups backups;

    @Reference
    private Session session;

    @Argument(index = 0, name = "FILE", description = "A new file; it is never overwritten", required = true)
    private String file;

    @Override
    public Object execute() throws CommandFailed {
        Path path = path();
        Backups.Result result = backups.make(path, progress -> System.out.println(BackupText.progress(progress)));
        if (result instanceof Backups.Made made) {
            System.out.println(BackupText.made(path, made));
            if (made.missing().count() + made.damaged().count() > 0) {
                throw new CommandFailed(BackupText.lacks(made));
            }
        } else if (result instanceof Backups.NotMade not) {
            throw new CommandFailed(BackupText.notMade(path, not));
        }
        return null;
    }

    private Path path() throws CommandFailed {
        try {
            return session.currentDir().resolve(file).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new CommandFailed(file + ": this is no file name: " + e.getReason() + ".");
        }
    }
}
