package org.openhall.materials.internal;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.openhall.api.storage.BackedUpFiles;
import org.openhall.storage.Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gives the bytes of all materials into a backup; the sweep rests meanwhile. */
@Component
public final class MaterialBackup implements BackedUpFiles {

    /** Where they lie in a backup. */
    static final String FOLDER = "materials";

    private final MaterialTable table;
    private final MaterialsDirectory directory;

    /**
     * Makes one.
     *
     * @param database of the hall
     * @param directory where the bytes lie
     */
    @Activate
    public MaterialBackup(@Reference Database database, @Reference MaterialsDirectory directory) {
        this.table = new MaterialTable(database);
        this.directory = directory;
    }

    @Override
    public String folder() {
        return FOLDER;
    }

    @Override
    public Hold hold() {
        directory.sweeping().acquireUninterruptibly();
        return directory.sweeping()::release;
    }

    @Override
    public void names(Consumer<String> each) {
        table.hashes(each);
    }

    @Override
    public Optional<Content> open(String sha256) throws IOException {
        return directory.store().content(sha256);
    }
}
