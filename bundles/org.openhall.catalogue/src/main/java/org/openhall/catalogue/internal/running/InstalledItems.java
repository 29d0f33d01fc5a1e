package org.openhall.catalogue.internal.running;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openhall.api.catalogue.ItemVersion;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The item bundles as the framework has them, each at the location that names its bytes. */
final class InstalledItems {

    private static final Logger LOG = LoggerFactory.getLogger(InstalledItems.class);
    private static final String SCHEME = "hall:item/";

    private final BundleContext context;

    InstalledItems(BundleContext context) {
        this.context = context;
    }

    /** Where a version's bundle is installed. */
    static String location(String bundle, ItemVersion version) {
        return SCHEME + bundle + "/" + version.version() + "/" + version.sha256();
    }

    Optional<Bundle> find(String location) {
        return Optional.ofNullable(context.getBundle(location));
    }

    Bundle install(String location, byte[] bytes) throws NotStarted {
        return Apart.run("install", () -> {
            Bundle bundle = context.installBundle(location, new ByteArrayInputStream(bytes));
            int level = context.getBundle().adapt(BundleStartLevel.class).getStartLevel();
            if (level > 0) {
                bundle.adapt(BundleStartLevel.class).setStartLevel(level);
            }
            return bundle;
        });
    }

    void start(Bundle bundle) throws NotStarted {
        Apart.run("start", () -> {
            // transient: after a restart the hall starts it, not the framework
            bundle.start(Bundle.START_TRANSIENT);
            return bundle;
        });
    }

    void uninstall(Bundle bundle) {
        try {
            Apart.run("stop", () -> {
                if (bundle.getState() != Bundle.UNINSTALLED) {
                    bundle.uninstall();
                }
                return bundle;
            });
        } catch (NotStarted e) {
            LOG.error("{} cannot be taken out: {}", bundle, e.getMessage());
        }
    }

    /** Takes out what lies at a location of ours and is not among these, left by a hall that was cut off. */
    void keepOnly(Set<String> locations) {
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getLocation().startsWith(SCHEME) && !locations.contains(bundle.getLocation())) {
                uninstall(bundle);
            }
        }
    }

    static List<ServiceReference<?>> services(Bundle bundle) {
        ServiceReference<?>[] services = bundle.getRegisteredServices();
        return services == null ? List.of() : Arrays.asList(services);
    }
}
