package org.openhall.shell.internal.text;

import java.nio.file.Path;
import java.util.Locale;
import org.openhall.api.storage.Backups.Lacking;
import org.openhall.api.storage.Backups.Made;
import org.openhall.api.storage.Backups.NotMade;
import org.openhall.api.storage.Backups.Progress;

/** What becomes of a backup. */
public final class BackupText {

    private static final double MEGABYTE = 1e6;

    private BackupText() {}

    /** How far it is. */
    public static String progress(Progress progress) {
        return String.format(
                Locale.ROOT,
                "%,d rows, %,d files, %,.1f MB ...",
                progress.rows(),
                progress.files(),
                progress.bytes() / MEGABYTE);
    }

    /** It is made. */
    public static String made(Path file, Made made) {
        return String.format(
                Locale.ROOT,
                "%s: %,d cases, %,d rows, %,d files of %,.1f MB; %,.1f MB in %,.1f s.",
                file,
                made.cases(),
                made.rows(),
                made.files(),
                made.fileBytes() / MEGABYTE,
                made.size() / MEGABYTE,
                made.took().toMillis() / 1e3);
    }

    /** What it has not because the hall has not. */
    public static String lacks(Made made) {
        return "The backup is made, but look at the disk of the hall: "
                + made.missing().count() + " files that rows name are not there" + names(made.missing()) + ", "
                + made.damaged().count() + " are not what they were" + names(made.damaged()) + ".";
    }

    private static String names(Lacking files) {
        String more = files.count() > files.some().size() ? ", ..." : "";
        return files.count() == 0 ? "" : " (" + String.join(", ", files.some()) + more + ")";
    }

    /** It is not made. */
    public static String notMade(Path file, NotMade not) {
        String reason = switch (not.reason()) {
            case EXISTS -> "there is such a file already; a backup is never overwritten.";
            case FOLDER -> "the hall cannot write there.";
            case RUNNING -> "another backup is being made.";
            case DISK -> "a file could not be read or written; nothing is left of the backup.";
            case DATABASE -> "the database did not give its rows; nothing is left of the backup.";
            case STOPPING -> "the hall was told to stop; nothing is left of the backup.";
        };
        return file + ": " + reason + (not.detail().isEmpty() ? "" : "\n" + not.detail());
    }
}
