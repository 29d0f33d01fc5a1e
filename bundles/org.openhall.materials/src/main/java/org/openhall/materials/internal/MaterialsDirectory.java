package org.openhall.materials.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.openhall.api.health.Readiness;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The one directory of the bytes, and whether it can be written. */
@Component(
        configurationPid = "org.openhall.materials",
        service = {MaterialsDirectory.class, Readiness.class})
public final class MaterialsDirectory implements Readiness {

    private static final String HOME = "${openhall.home}";

    /** Settings read from {@code config/org.openhall.materials.cfg}. */
    public @interface Config {
        /** Where the bytes lie; several nodes share it. */
        String directory() default HOME + "/materials";

        /** Below so many free megabytes nothing more is taken in. */
        int reserve_mb() default 200;
    }

    private final ByteStore store;
    private final long reserve;
    private final Semaphore sweeping = new Semaphore(1);
    private volatile String fault = "";
    private volatile boolean full;

    /**
     * Makes the directory when it is not there.
     *
     * @param context for the home of the hall
     * @param config settings
     */
    @Activate
    public MaterialsDirectory(BundleContext context, Config config) {
        this(
                resolve(config.directory(), Optional.ofNullable(context.getProperty("openhall.home"))),
                config.reserve_mb() * 1024L * 1024);
    }

    MaterialsDirectory(Path directory, long reserve) {
        this.reserve = reserve;
        try {
            this.store = new ByteStore(directory.toAbsolutePath());
        } catch (IOException failed) {
            throw new UncheckedIOException("The directory of the materials cannot be made: " + directory, failed);
        }
        probe();
    }

    static Path resolve(String directory, Optional<String> home) {
        if (directory.contains(HOME) && home.isEmpty()) {
            throw new IllegalStateException("The property openhall.home is not set and directory = " + directory);
        }
        return Path.of(directory.replace(HOME, home.orElse("")));
    }

    ByteStore store() {
        return store;
    }

    long reserve() {
        return reserve;
    }

    /** Whoever has it may remove bytes, or knows that nobody does. */
    Semaphore sweeping() {
        return sweeping;
    }

    /** Writes and deletes a small file and remembers whether that worked. */
    void probe() {
        try {
            Path file = Files.createTempFile(store.incoming(), "probe-", ".part");
            Files.write(file, new byte[] {1});
            Files.delete(file);
            fault = "";
            full = false;
        } catch (IOException failed) {
            full = DiskFull.meant(failed);
            // who only reads is not kept out by a full disk
            fault = full
                    ? ""
                    : "The directory of the materials cannot be written: "
                            + failed.getClass().getSimpleName();
        }
    }

    @Override
    public String part() {
        return "materials";
    }

    @Override
    public boolean ready() {
        return fault.isEmpty();
    }

    @Override
    public String detail() {
        return full ? "The disk of the materials is full: no file is taken in" : fault;
    }
}
