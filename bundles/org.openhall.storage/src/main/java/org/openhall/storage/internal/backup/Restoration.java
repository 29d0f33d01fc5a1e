package org.openhall.storage.internal.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.openhall.api.storage.Backups.Progress;
import org.openhall.api.storage.RestoredFiles;
import org.openhall.storage.internal.DatabaseAddress;
import org.openhall.storage.internal.StorageSettings;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Restores a backup instead of opening the hall, when {@code bin/hall restore} started this process: tells the terminal what becomes of it and ends
 * the process with the status. Otherwise it does nothing.
 */
@Component(
        immediate = true,
        service = Restoration.class,
        configurationPid = "org.openhall.storage",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class Restoration {

    /** The property that names the backup. */
    public static final String FILE = "openhall.restore";

    private static final Logger LOG = LoggerFactory.getLogger(Restoration.class);
    private static final long MEBIBYTE = 1024L * 1024L;
    private static final long MOMENT = 50_000_000L;
    private static final long PATIENCE = 10_000;

    @Activate
    public Restoration(BundleContext context, StorageSettings settings) {
        Optional.ofNullable(context.getProperty(FILE)).map(Path::of).ifPresent(backup -> {
            Path home = Path.of(context.getProperty("openhall.home"));
            DatabaseAddress address = DatabaseAddress.of(settings, home.toString());
            new Thread(() -> System.exit(restore(context, backup, home, address)), "restore").start();
        });
    }

    private static int restore(BundleContext context, Path backup, Path home, DatabaseAddress address) {
        // a framework that is still starting does not like to be stopped
        while (context.getBundle(0).getState() != Bundle.ACTIVE) {
            LockSupport.parkNanos(MOMENT);
        }
        var keepers = new ServiceTracker<RestoredFiles, RestoredFiles>(context, RestoredFiles.class, null);
        keepers.open();
        try {
            if (keepers.waitForService(PATIENCE) == null) {
                System.err.println("hall: nothing is restored: files have nowhere to go; the log says why");
                return 1;
            }
            return status(new RestoreRun(home, address, List.of(keepers.getServices(new RestoredFiles[0]))), backup);
        } catch (InterruptedException e) {
            // the process is ending already
            return 1;
        } finally {
            keepers.close();
        }
    }

    private static int status(RestoreRun run, Path backup) {
        Watch watch = new Watch(Restoration::tell, () -> false);
        try {
            Manifest restored = run.from(backup, watch);
            System.out.print(said(backup, restored, watch));
            return 0;
        } catch (BrokenBackup e) {
            System.err.println("hall: " + backup + " is not restored: " + e.getMessage());
        } catch (RestoreRun.Refused e) {
            System.err.println("hall: " + e.getMessage());
        } catch (IOException | SQLException | RuntimeException | Error e) {
            LOG.error("The backup {} was not restored", backup, e);
            System.err.println("hall: " + backup + " is not restored: " + e.getMessage());
        }
        return 1;
    }

    private static String said(Path backup, Manifest restored, Watch watch) {
        long lost = restored.files().stream()
                .mapToLong(set -> set.missing() + set.damaged())
                .sum();
        return String.format(
                Locale.ROOT,
                "Restored %s as of %s: %,d cases, %,d files, in %d s.%n%s",
                backup,
                restored.origin().at(),
                restored.rows(BackupRun.CASES),
                restored.files().stream()
                        .mapToLong(set -> set.count() - set.damaged())
                        .sum(),
                watch.took().toSeconds(),
                lost == 0 ? "" : String.format("%,d files were missing or damaged in the hall already.%n", lost));
    }

    private static void tell(Progress progress) {
        System.out.printf(
                Locale.ROOT,
                "%,d rows, %,d files, %,d MiB ...%n",
                progress.rows(),
                progress.files(),
                progress.bytes() / MEBIBYTE);
    }
}
