package org.openhall.catalogue.internal.running;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** A rule or step of a running version. The object is fetched at the first call, on a thread for item code, and then kept. */
final class ItemService {

    private final BundleContext context;
    private final ServiceReference<?> reference;
    private volatile Object object;
    private volatile boolean released;

    ItemService(BundleContext context, ServiceReference<?> reference) {
        this.context = context;
        this.reference = reference;
    }

    /** The service; runs the constructor of the item when it is the first time. */
    <T> T get(Class<T> type) {
        Object found = object;
        if (found == null) {
            found = fetch();
        }
        if (!type.isInstance(found)) {
            throw new IllegalStateException("The service cannot be made or is no " + type.getSimpleName());
        }
        return type.cast(found);
    }

    ServiceReference<?> reference() {
        return reference;
    }

    /** Lets go of it; never waits, even when a constructor of the item hangs. */
    void release() {
        released = true;
        if (object != null) {
            object = null;
            context.ungetService(reference);
        }
    }

    private synchronized Object fetch() {
        if (object == null && !released) {
            object = context.getService(reference);
            if (released) {
                release();
            }
        }
        return object;
    }
}
