package org.openhall.materials.internal;

import java.io.IOException;
import java.util.Locale;

/** Tells a full disk from other faults of the disk: the platform has only words for it. */
final class DiskFull {

    private DiskFull() {}

    static boolean meant(IOException failed) {
        String said = String.valueOf(failed.getMessage()).toLowerCase(Locale.ROOT);
        return said.contains("no space left")
                || said.contains("not enough space")
                || said.contains("disk quota exceeded")
                // a limit of the process on the size of files (ulimit -f)
                || said.contains("file too large");
    }
}
