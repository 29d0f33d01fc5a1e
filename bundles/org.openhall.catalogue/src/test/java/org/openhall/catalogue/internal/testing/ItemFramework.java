package org.openhall.catalogue.internal.testing;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.felix.framework.FrameworkFactory;
import org.apache.felix.scr.info.ScrInfo;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.launch.Framework;
import org.osgi.service.component.ComponentContext;
import org.osgi.util.function.Function;
import org.osgi.util.promise.Promise;

/** A framework with declarative services in which item bundles run; they see {@code org.openhall.item} and the log of the class path. */
public final class ItemFramework implements AutoCloseable {

    private static final List<Class<?>> COMPONENTS =
            List.of(Function.class, Promise.class, ComponentContext.class, ScrInfo.class);

    private final Framework framework;

    private ItemFramework(Framework framework) {
        this.framework = framework;
    }

    /**
     * Starts one.
     *
     * @param cache where it keeps its bundles
     * @param empty whether what it kept before is thrown away
     */
    public static ItemFramework start(Path cache, boolean empty) {
        Framework framework = new FrameworkFactory()
                .newFramework(Map.of(
                        "org.osgi.framework.storage",
                        cache.toString(),
                        "org.osgi.framework.storage.clean",
                        empty ? "onFirstInit" : "none",
                        "org.osgi.framework.system.packages.extra",
                        "org.openhall.item;version=\"1.0.0\",org.slf4j;version=\"2.0.12\""));
        try {
            framework.start();
            BundleContext context = framework.getBundleContext();
            for (Class<?> type : COMPONENTS) {
                context.installBundle(location(type).toUri().toString()).start();
            }
        } catch (BundleException e) {
            throw new IllegalStateException(e);
        }
        return new ItemFramework(framework);
    }

    /** The context of the framework itself. */
    public BundleContext context() {
        return framework.getBundleContext();
    }

    @Override
    public void close() {
        try {
            framework.stop();
            framework.waitForStop(10_000);
        } catch (BundleException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Where a class of the class path comes from. */
    static Path location(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
