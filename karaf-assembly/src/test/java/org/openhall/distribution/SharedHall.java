package org.openhall.distribution;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests one demo hall and one browser that they all share; the store of
 * all tests closes both after the last one. For tests that leave the hall as a busy
 * day leaves it: with more cases, but open.
 */
final class SharedHall implements ParameterResolver {

    private static final Namespace SHARED = Namespace.create(SharedHall.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        Class<?> type = parameter.getParameter().getType();
        return type == Hall.class || type == Chromium.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        var store = test.getRoot().getStore(SHARED);
        return parameter.getParameter().getType() == Hall.class
                ? store.getOrComputeIfAbsent("hall", key -> Hall.demo(), Hall.class)
                : store.getOrComputeIfAbsent("browser", key -> Chromium.start(), Chromium.class);
    }
}
