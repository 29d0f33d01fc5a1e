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
import org.openhall.catalogue.internal.acts.Rights;
import org.openhall.catalogue.internal.definition.Defects;
import org.openhall.catalogue.internal.definition.ItemFiles;
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
    private final Rights rights;
    private final Changes changes;
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
            @Reference Rights rights,
            @Reference Changes changes,
            @Reference Deployment deployment) {
        this.transactions = transactions;
        this.versions = new VersionTable(database);
        this.inspection = new Inspection(forms, templates, pages, json);
        this.shelf = shelf;
        this.rights = rights;
        this.changes = changes;
        this.deployment = deployment;
    }

    @Override
    public Entry offer(Path file, Then then, Operator by) {
        lock.lock();
        try {
            Said said = new Said(file.getFileName().toString());
            Entry entry = entry(file, new Deployment.Terms(then, by), said);
            if (!(entry instanceof Refused refused)) {
                return entry;
            }
            Refused named = named(refused, file.getFileName().toString());
            changes.recordOnly(said.refused(named), by);
            return named;
        } finally {
            lock.unlock();
        }
    }

    /** What is about the bundle as a whole is said of its file. */
    private static Refused named(Refused refused, String file) {
        return new Refused(refused.defects().stream()
                .map(defect ->
                        defect.file().isEmpty() ? new Defect(file, 0, defect.message(), defect.chinese()) : defect)
                .toList());
    }

    private Entry entry(Path file, Deployment.Terms terms, Said said) {
        try {
            // what another node deployed meanwhile counts too
            changes.sync();
            Path copy = Files.createTempFile("offered", ".jar");
            try {
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                return offered(copy, terms, said);
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            return new Refused(List.of(new Defect(
                    "", 0, "The file cannot be read: " + e.getMessage() + ".", "文件不能读取：" + e.getMessage() + "。")));
        }
    }

    private Entry offered(Path copy, Deployment.Terms terms, Said said) throws IOException {
        String sha256 = Inspection.sha256(copy);
        Optional<VersionTable.Key> known =
                transactions.read(() -> versions.ofBundle(sha256)).stream().findFirst();
        if (known.isPresent()) {
            return again(known.get(), terms.by(), said);
        }
        Inspection.Found found = inspection.inspect(copy, sha256);
        said.by(found.said());
        Defects defects = found.defects();
        Optional<Shelf.Built> built =
                found.version().map(version -> new Shelf.Built(version, found.bundle(), found.extension()));
        built.ifPresent(version -> defects.addAll(held(version, terms.by(), found)));
        return defects.none()
                ? deployment.enter(new Deployment.Offer(
                        copy, built.orElseThrow(), found.definition(), terms, found.lines(), found.samples()))
                : new Refused(defects.all());
    }

    /** What is against it, seen from what is here; whoever may not bring it learns nothing of that. */
    private List<Defect> held(Shelf.Built built, Operator by, Inspection.Found found) {
        List<Defect> foreign = rights.check(by, shelf.current(), built, found.lines());
        return foreign.isEmpty() ? deployment.check(shelf.current(), built, found.lines()) : foreign;
    }

    private Entry again(VersionTable.Key key, Operator by, Said said) {
        if (rights.may(by, shelf.current(), key.item())) {
            return deployment.again(key, by);
        }
        said.by(key);
        return new Refused(List.of(Rights.notHis(ItemFiles.YAML, 0, key.item())));
    }
}
