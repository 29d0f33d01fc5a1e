package org.openhall.distribution;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.SortedMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Packs item bundles. The same files make the same bytes, whenever; the door knows a bundle by them. */
public final class ItemJar {

    private ItemJar() {}

    /**
     * A bundle that brings a version of an item.
     *
     * @param item key of the item
     * @param bundle symbolic name
     * @param version major.minor.micro
     * @param headers further headers of the manifest
     * @param files contents by path
     */
    public static byte[] of(
            String item, String bundle, String version, Map<String, String> headers, SortedMap<String, byte[]> files) {
        var manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", bundle);
        main.putValue("Bundle-Version", version);
        main.putValue("OpenHall-Item", item);
        headers.forEach(main::putValue);
        var bytes = new ByteArrayOutputStream();
        try (var jar = new JarOutputStream(bytes)) {
            jar.putNextEntry(entry(JarFile.MANIFEST_NAME));
            manifest.write(jar);
            for (var file : files.entrySet()) {
                jar.putNextEntry(entry(file.getKey()));
                jar.write(file.getValue());
                jar.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static JarEntry entry(String name) {
        var entry = new JarEntry(name);
        entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
        return entry;
    }
}
