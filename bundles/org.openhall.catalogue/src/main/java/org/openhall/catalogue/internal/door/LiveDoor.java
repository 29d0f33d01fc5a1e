package org.openhall.catalogue.internal.door;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.openhall.api.catalogue.DocumentTemplates;
import org.openhall.api.catalogue.Door;
import org.openhall.api.catalogue.ItemPages;
import org.openhall.api.catalogue.Operator;
import org.openhall.api.forms.Defect;
import org.openhall.api.forms.Forms;
import org.openhall.api.json.Json;
import org.openhall.api.storage.Transactions;
import org.openhall.catalogue.internal.Shelf;
import org.openhall.catalogue.internal.definition.Defects;
import org.openhall.catalogue.internal.store.VersionTable;
import org.openhall.storage.Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The door: one bundle at a time is read, checked, stored, installed, started, checked again and activated. */
@Component
public final class LiveDoor implements Door {

    private final ReentrantLock lock = new ReentrantLock(true);
    private final Transactions transactions;
    private final VersionTable versions;
    private final Inspection inspection;
    private final Shelf shelf;
    private final Deployment deployment;

    @Activate
    public LiveDoor(
            @Reference Transactions transactions,
            @Reference Database database,
            @Reference Forms forms,
            @Reference DocumentTemplates templates,
            @Reference ItemPages pages,
            @Reference Json json,
            @Reference Shelf shelf,
            @Reference Deployment deployment) {
        this.transactions = transactions;
        this.versions = new VersionTable(database);
        this.inspection = new Inspection(forms, templates, pages, json);
        this.shelf = shelf;
        this.deployment = deployment;
    }

    @Override
    public Entry offer(Path file, Then then, Operator by) {
        lock.lock();
        try {
            // what another node deployed meanwhile counts too
            deployment.sync();
            Path copy = Files.createTempFile("offered", ".jar");
            try {
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                return offered(copy, then, by);
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            return new Refused(List.of(new Defect("", 0, "The file cannot be read: " + e.getMessage() + ".")));
        } finally {
            lock.unlock();
        }
    }

    private Entry offered(Path copy, Then then, Operator by) throws IOException {
        String sha256 = Inspection.sha256(copy);
        Optional<VersionTable.Key> known =
                transactions.read(() -> versions.ofBundle(sha256)).stream().findFirst();
        if (known.isPresent()) {
            return deployment.again(known.get());
        }
        Inspection.Found found = inspection.inspect(copy, sha256);
        Defects defects = found.defects();
        found.version()
                .ifPresent(version ->
                        defects.addAll(History.check(shelf.current(), version, found.bundle(), found.lines())));
        return defects.none()
                ? deployment.enter(new Deployment.Offer(
                        copy,
                        found.version().orElseThrow(),
                        found.bundle(),
                        found.definition(),
                        new Deployment.Terms(then, by),
                        found.lines(),
                        found.samples()))
                : new Refused(defects.all());
    }
}
