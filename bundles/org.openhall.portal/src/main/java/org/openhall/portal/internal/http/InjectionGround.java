package org.openhall.portal.internal.http;

import org.glassfish.jersey.internal.inject.Injections;
import org.osgi.annotation.bundle.Header;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;

/**
 * Makes Jersey's injection ready while the framework's start thread is alone. HK2 looks for its own implementation once per life of the
 * hall, through a bundle that starts on first use; two threads at that moment, and it finds none and never looks again.
 */
@Header(name = Constants.BUNDLE_ACTIVATOR, value = "${@class}")
public final class InjectionGround implements BundleActivator {

    private static final String LOCATOR = "org.glassfish.hk2.osgi-resource-locator";

    @Override
    public void start(BundleContext context) throws BundleException {
        for (var bundle : context.getBundles()) {
            if (LOCATOR.equals(bundle.getSymbolicName())) {
                bundle.start();
            }
        }
        Injections.createInjectionManager().shutdown();
    }

    @Override
    public void stop(BundleContext context) {
        // nothing was kept
    }
}
