package org.openhall.storage.internal.backup;

import java.io.IOException;
import java.io.InputStream;
import org.openhall.api.storage.RestoredFiles;

/** Where nothing more can be written. */
final class FullDisk implements RestoredFiles {

    @Override
    public String folder() {
        return "papers";
    }

    @Override
    public boolean empty() {
        return true;
    }

    @Override
    public boolean put(String sha256, InputStream bytes) throws IOException {
        throw new IOException("No space left on device");
    }
}
