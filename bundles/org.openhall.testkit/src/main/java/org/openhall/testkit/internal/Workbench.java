package org.openhall.testkit.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.catalogue.internal.CatalogueSettings;
import org.openhall.catalogue.internal.definition.Check;
import org.openhall.catalogue.internal.door.Inspection;
import org.openhall.catalogue.internal.door.ServiceCheck;
import org.openhall.catalogue.internal.running.ItemBundles;
import org.openhall.catalogue.internal.running.NotStarted;
import org.openhall.catalogue.internal.testing.ItemFramework;
import org.openhall.forms.internal.JsonForms;
import org.openhall.portal.internal.view.DocumentSandbox;
import org.openhall.portal.internal.view.HallSettings;
import org.openhall.portal.internal.web.PageTrial;
import org.openhall.storage.internal.JacksonJson;
import org.osgi.framework.InvalidSyntaxException;

/** The door without a hall behind it: its own checks, a framework to run the item in, and no database. */
public final class Workbench implements AutoCloseable {

    private final Path folder;
    private final ItemFramework framework;
    private final ItemBundles bundles;
    private final ServiceCheck services;
    private final Inspection inspection = new Inspection(
            new JsonForms(new SampleRegions()),
            new DocumentSandbox(),
            new PageTrial(Settings.defaults(HallSettings.class)),
            new JacksonJson());

    private Workbench(Path folder) throws InvalidSyntaxException {
        CatalogueSettings settings = Settings.defaults(CatalogueSettings.class);
        this.folder = folder;
        this.framework = ItemFramework.start(folder.resolve("framework"), true);
        this.bundles = new ItemBundles(framework.context(), settings);
        this.services = new ServiceCheck(bundles, settings);
    }

    /** Sets one up. */
    public static Workbench open() {
        try {
            return new Workbench(Files.createTempDirectory("openhall-item"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where files may be put until it is closed. */
    public Path folder() {
        return folder;
    }

    /** Looks at a jar as the door does. */
    public Report look(Path jar) throws IOException {
        Inspection.Found found = inspection.inspect(jar, Inspection.sha256(jar));
        if (!found.defects().none()) {
            return new Report(found, false);
        }
        ItemVersion version = found.version().orElseThrow();
        byte[] bytes = Files.readAllBytes(jar);
        try {
            bundles.start(found.bundle(), version, () -> bytes);
            services.check(version, found.lines(), found.samples(), found.defects());
        } catch (NotStarted e) {
            found.defects()
                    .by(Check.SERVICES)
                    .add(
                            JarFile.MANIFEST_NAME,
                            0,
                            "The bundle does not start: " + e.getMessage(),
                            "程序包不能启动：" + e.getMessage());
        } finally {
            bundles.discard(found.bundle(), version);
        }
        return new Report(found, true);
    }

    @Override
    public void close() {
        bundles.close();
        framework.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
