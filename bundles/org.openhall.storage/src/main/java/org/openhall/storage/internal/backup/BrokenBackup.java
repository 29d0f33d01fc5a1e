package org.openhall.storage.internal.backup;

import java.io.IOException;

/** The file is no backup, or not the one that was made. The message says where. */
final class BrokenBackup extends IOException {

    private static final long serialVersionUID = 1;

    BrokenBackup(String message) {
        super(message);
    }

    BrokenBackup(String message, Throwable cause) {
        super(message, cause);
    }
}
