package org.openhall.storage.internal.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.openhall.api.storage.BackedUpFiles;
import org.openhall.api.storage.Backups;
import org.openhall.api.storage.StorageUnavailable;
import org.openhall.storage.internal.BoundTransactions;
import org.openhall.storage.internal.OpenDatabase;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One backup at a time, on the thread of whoever wants it. */
@Component(service = Backups.class)
public final class HallBackups implements Backups {

    private static final Logger LOG = LoggerFactory.getLogger(HallBackups.class);

    private final BackupRun run;
    private final Semaphore turn = new Semaphore(1);
    private volatile boolean stopping;

    @Activate
    public HallBackups(
            BundleContext context,
            @Reference OpenDatabase database,
            @Reference BoundTransactions transactions,
            @Reference Clock clock,
            @Reference(cardinality = ReferenceCardinality.AT_LEAST_ONE, policyOption = ReferencePolicyOption.GREEDY)
                    List<BackedUpFiles> files) {
        this(new BackupRun(
                context.getBundle().getVersion().toString(),
                database,
                transactions,
                new DataFiles(Path.of(Optional.ofNullable(context.getProperty("openhall.home"))
                        .orElse("."))),
                clock,
                files));
    }

    HallBackups(BackupRun run) {
        this.run = run;
    }

    @Override
    public Result make(Path file, Consumer<Progress> progress) {
        if (!turn.tryAcquire()) {
            return new NotMade(Reason.RUNNING, "");
        }
        try {
            Path folder = file.getParent();
            return folder != null && Files.isDirectory(folder)
                    ? made(file, progress)
                    : new NotMade(Reason.FOLDER, folder + " is no directory.");
        } finally {
            turn.release();
        }
    }

    private Result made(Path file, Consumer<Progress> progress) {
        Watch watch = new Watch(progress, () -> stopping);
        try {
            Made made = run.into(file, watch);
            LOG.info("A backup was made: {}, {} rows, {} files", file, made.rows(), made.files());
            return made;
        } catch (FileAlreadyExistsException e) {
            return new NotMade(Reason.EXISTS, "");
        } catch (AccessDeniedException e) {
            return new NotMade(Reason.FOLDER, "The hall may not write or read " + e.getFile() + ".");
        } catch (IOException e) {
            return failed(Reason.DISK, e);
        } catch (UncheckedIOException e) {
            return failed(Reason.DISK, e.getCause());
        } catch (Watch.Stopped e) {
            return new NotMade(Reason.STOPPING, "");
        } catch (StorageUnavailable e) {
            return stopping ? new NotMade(Reason.STOPPING, "") : failed(Reason.DATABASE, e);
        } catch (RuntimeException e) {
            return failed(Reason.DATABASE, e);
        }
    }

    private static NotMade failed(Reason reason, Exception why) {
        LOG.error("A backup was not made", why);
        return new NotMade(reason, String.valueOf(why.getMessage()));
    }

    /** Ends a backup that is being made; waits for that, so that its connection does not outlive the database. */
    @Deactivate
    void stop() {
        stopping = true;
        try {
            if (!turn.tryAcquire(5, TimeUnit.SECONDS)) {
                LOG.warn("A backup has not ended within five seconds; the hall stops all the same");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
