package org.openhall.distribution;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests one demo hall and one browser that they all share; the store of
 * all tests closes both after the last one. For tests that leave the hall as a busy
 * day leaves it: with more cases, but open. Who asks for a {@link Filer} finds the kiosk in the hall.
 */
final class SharedHall implements ParameterResolver {

    private static final Namespace SHARED = Namespace.create(SharedHall.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        Class<?> type = parameter.getParameter().getType();
        return type == Hall.class || type == Filer.class || type == Chromium.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        var store = test.getRoot().getStore(SHARED);
        Class<?> type = parameter.getParameter().getType();
        if (type == Chromium.class) {
            return store.getOrComputeIfAbsent("browser", key -> Chromium.start(), Chromium.class);
        }
        Hall hall = store.getOrComputeIfAbsent("hall", key -> Hall.demo(), Hall.class);
        if (type == Filer.class) {
            store.getOrComputeIfAbsent("kiosk", key -> entered(hall));
            return new Filer(hall);
        }
        return hall;
    }

    private static Kiosk entered(Hall hall) {
        Kiosk kiosk = Kiosk.version("1.0.0");
        kiosk.enter(hall);
        return kiosk;
    }
}
