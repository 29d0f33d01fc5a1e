package org.openhall.bench.hall;

import java.io.PrintWriter;
import java.lang.instrument.Instrumentation;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Loaded into the hall's Java machine for a moment, writes down every service that a core bundle offers, with its number. The framework never
 * gives a number twice: whatever was deactivated in between has another one afterwards. All by reflection, because the agent's class loader
 * sees nothing of the framework.
 */
public final class Witness {

    private static final String ITEMS = "hall:item/";

    private Witness() {}

    /** Called by the Java machine. */
    public static void agentmain(String file, Instrumentation machine) throws Exception {
        try (var out = new PrintWriter(file, StandardCharsets.UTF_8)) {
            Object context = context(machine).orElseThrow(() -> new IllegalStateException("no framework here"));
            Class<?> contexts = face(context, "org.osgi.framework.BundleContext");
            Object references = contexts.getMethod("getAllServiceReferences", String.class, String.class)
                    .invoke(context, null, null);
            for (Object reference : (Object[]) references) {
                write(reference, out);
            }
            out.println("end");
        }
    }

    private static void write(Object reference, PrintWriter out) throws ReflectiveOperationException {
        Class<?> references = face(reference, "org.osgi.framework.ServiceReference");
        Object bundle = references.getMethod("getBundle").invoke(reference);
        if (bundle == null) {
            return;
        }
        Class<?> bundles = face(bundle, "org.osgi.framework.Bundle");
        String name = String.valueOf(bundles.getMethod("getSymbolicName").invoke(bundle));
        String location = String.valueOf(bundles.getMethod("getLocation").invoke(bundle));
        if (name.startsWith("org.openhall.") && !location.startsWith(ITEMS)) {
            var property = references.getMethod("getProperty", String.class);
            out.println(name + " "
                    + String.join(",", (String[]) property.invoke(reference, "objectClass")) + " "
                    + property.invoke(reference, "component.name") + " "
                    + property.invoke(reference, "service.id"));
        }
    }

    private static Optional<Object> context(Instrumentation machine) throws ReflectiveOperationException {
        Class<?>[] loaded = machine.getAllLoadedClasses();
        for (Class<?> util : loaded) {
            if (util.getName().equals("org.osgi.framework.FrameworkUtil")) {
                var bundleOf = util.getMethod("getBundle", Class.class);
                for (Class<?> ours : loaded) {
                    if (ours.getName().startsWith("org.openhall.storage.")) {
                        Object bundle = bundleOf.invoke(null, ours);
                        if (bundle != null) {
                            return Optional.ofNullable(face(bundle, "org.osgi.framework.Bundle")
                                    .getMethod("getBundleContext")
                                    .invoke(bundle));
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** The public interface of that name which an object of a hidden class has. */
    private static Class<?> face(Object of, String name) {
        for (Class<?> type = of.getClass(); type != null; type = type.getSuperclass()) {
            Optional<Class<?>> found = Arrays.stream(type.getInterfaces())
                    .flatMap(face -> java.util.stream.Stream.concat(
                            java.util.stream.Stream.of(face), Arrays.stream(face.getInterfaces())))
                    .filter(face -> face.getName().equals(name))
                    .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new IllegalStateException(of.getClass() + " is no " + name);
    }
}
