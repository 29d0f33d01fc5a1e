package org.openhall.catalogue.internal.door;

import java.io.File;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.jar.JarFile;
import org.apache.felix.fileinstall.ArtifactInstaller;
import org.openhall.api.catalogue.Door;
import org.openhall.api.storage.StorageUnavailable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leads the item bundles of {@code deploy/} to the door. It is there before the door is, else FileInstall would take an item for a
 * bundle like any other; what comes too early waits.
 */
@Component(immediate = true, property = "service.ranking:Integer=100")
public final class DeployFolder implements ArtifactInstaller {

    private static final Logger LOG = LoggerFactory.getLogger(DeployFolder.class);

    private final Deque<File> waiting = new ArrayDeque<>();
    private Door door;

    @Override
    public boolean canHandle(File artifact) {
        if (!artifact.getName().endsWith(".jar") || artifact.getName().startsWith(".")) {
            return false;
        }
        try (JarFile jar = new JarFile(artifact)) {
            return jar.getManifest() != null
                    && jar.getManifest().getMainAttributes().getValue(ManifestCheck.ITEM) != null;
        } catch (IOException e) {
            LOG.debug("{} is no jar yet: {}", artifact.getName(), e.getMessage());
            return false;
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
        LOG.info("{} was deleted; the versions that came in it stay in the hall", artifact.getName());
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

    private synchronized void offerWaiting() {
        while (door != null && !waiting.isEmpty()) {
            File next = waiting.peek();
            try {
                if (next.isFile()) {
                    Telling.tell(next.toPath(), door.offer(next.toPath(), "deploy"));
                }
            } catch (StorageUnavailable e) {
                LOG.warn("The database does not answer; {} waits", next.getName());
                return;
            } catch (RuntimeException e) {
                LOG.error("{} could not be offered; put it there again", next.getName(), e);
            }
            waiting.remove();
        }
    }
}
