package org.openhall.materials.internal;

import java.io.IOException;
import java.io.InputStream;
import org.openhall.api.storage.RestoredFiles;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes the bytes of materials back from a backup, each as whole and synced as an upload. */
@Component
public final class MaterialRestore implements RestoredFiles {

    private final ByteStore store;

    /**
     * Makes one.
     *
     * @param directory where the bytes lie
     */
    @Activate
    public MaterialRestore(@Reference MaterialsDirectory directory) {
        this.store = directory.store();
    }

    @Override
    public String folder() {
        return MaterialBackup.FOLDER;
    }

    @Override
    public boolean empty() throws IOException {
        return store.empty();
    }

    @Override
    public boolean put(String sha256, InputStream bytes) throws IOException {
        try (Incoming incoming = Incoming.in(store)) {
            if (!incoming.take(bytes, Long.MAX_VALUE) || !incoming.sha256().equals(sha256)) {
                return false;
            }
            store.keep(incoming.file(), sha256);
            return true;
        }
    }
}
