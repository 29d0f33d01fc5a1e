package org.openhall.catalogue.internal.door;

import java.io.File;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.apache.felix.fileinstall.ArtifactInstaller;
import org.openhall.api.catalogue.Door;
import org.openhall.api.catalogue.Operator;
import org.openhall.api.storage.StorageUnavailable;
import org.openhall.catalogue.internal.definition.ItemFiles;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leads the item bundles of {@code deploy/} to the door; why one was refused lies beside it afterwards. It is there before the door is, else FileInstall would take an item for a
 * bundle like any other; what comes too early waits.
 */
@Component(immediate = true, property = "service.ranking:Integer=100")
public final class DeployFolder implements ArtifactInstaller {

    private static final Logger LOG = LoggerFactory.getLogger(DeployFolder.class);

    private final Deque<File> waiting = new ArrayDeque<>();

    /** Held while a file is offered; the monitor is not, so that the door can be closed meanwhile. */
    private final ReentrantLock offering = new ReentrantLock();

    private Door door;

    private record Turn(Door door, File file) {}

    @Override
    public boolean canHandle(File artifact) {
        if (!artifact.getName().endsWith(".jar") || artifact.getName().startsWith(".")) {
            return false;
        }
        try (JarFile jar = new JarFile(artifact)) {
            // one that lacks the header was meant as an item and is told so; as a plain bundle it would lie there
            // without a word
            return jar.getManifest() != null
                            && Stream.of(ManifestCheck.ITEM, ManifestCheck.EXTENSION)
                                    .map(jar.getManifest().getMainAttributes()::getValue)
                                    .anyMatch(Objects::nonNull)
                    || jar.stream().anyMatch(entry -> entry.getName().startsWith(ItemFiles.FOLDER));
        } catch (IOException e) {
            // the door says that it is no jar
            LOG.debug("{} is no jar: {}", artifact.getName(), e.getMessage());
            return artifact.isFile();
        }
    }

    @Override
    public void install(File artifact) {
        offer(artifact);
    }

    @Override
    public void update(File artifact) {
        offer(artifact);
    }

    @Override
    public void uninstall(File artifact) {
        if (RefusalFile.remove(artifact.toPath())) {
            LOG.info("{}, which had been refused, was deleted", artifact.getName());
        } else {
            LOG.info("{} was deleted; the versions that came in it stay in the hall", artifact.getName());
        }
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public void setDoor(Door opened) {
        synchronized (this) {
            door = opened;
        }
        Thread thread = new Thread(this::offerWaiting, "deploy");
        thread.setDaemon(true);
        thread.start();
    }

    public synchronized void unsetDoor(Door closed) {
        if (door == closed) {
            door = null;
        }
    }

    private void offer(File artifact) {
        synchronized (this) {
            waiting.add(artifact);
        }
        offerWaiting();
    }

    private void offerWaiting() {
        offering.lock();
        try {
            for (Optional<Turn> turn = next(); turn.isPresent() && done(turn.get()); turn = next()) {
                removeFirst();
            }
        } finally {
            offering.unlock();
        }
    }

    /** Whether a file needs no other turn. */
    private boolean done(Turn turn) {
        File file = turn.file();
        try {
            if (file.isFile()) {
                Door.Entry entry = turn.door().offer(file.toPath(), Door.Then.ACTIVATE, Operator.way("deploy"));
                Telling.tell(file.toPath(), entry);
                RefusalFile.tell(file.toPath(), entry);
            }
        } catch (StorageUnavailable e) {
            LOG.warn("The database does not answer; {} waits", file.getName());
            return false;
        } catch (RuntimeException e) {
            if (!open(turn.door())) {
                LOG.warn("The door was closed meanwhile; {} waits", file.getName(), e);
                return false;
            }
            LOG.error("{} could not be offered; put it there again", file.getName(), e);
        }
        return true;
    }

    private synchronized Optional<Turn> next() {
        return door == null || waiting.isEmpty() ? Optional.empty() : Optional.of(new Turn(door, waiting.peek()));
    }

    private synchronized void removeFirst() {
        waiting.remove();
    }

    private synchronized boolean open(Door used) {
        return door == used;
    }
}
