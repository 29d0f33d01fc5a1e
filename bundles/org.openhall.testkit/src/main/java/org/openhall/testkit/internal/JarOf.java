package org.openhall.testkit.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs bundles. The same files make the same bytes, whenever; the door knows a bundle by them. */
public final class JarOf {

    private static final LocalDateTime ALWAYS = LocalDateTime.of(2026, 1, 1, 0, 0);

    private JarOf() {}

    /** All files of a folder with the paths they have there, but hidden ones. */
    public static SortedMap<String, byte[]> files(Path folder) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                if (Stream.of(path.split("/")).noneMatch(part -> part.startsWith("."))) {
                    files.put(path, Files.readAllBytes(file));
                }
            }
        }
        return files;
    }

    /** A manifest as a file. */
    public static byte[] manifest(Manifest manifest) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        manifest.write(bytes);
        return bytes.toByteArray();
    }

    /** Writes a jar; the manifest comes first when there is one. */
    public static void write(Path jar, SortedMap<String, byte[]> files) throws IOException {
        SortedMap<String, byte[]> rest = new TreeMap<>(files);
        byte[] manifest = rest.remove(JarFile.MANIFEST_NAME);
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            if (manifest != null) {
                put(zip, JarFile.MANIFEST_NAME, manifest);
            }
            for (Map.Entry<String, byte[]> file : rest.entrySet()) {
                put(zip, file.getKey(), file.getValue());
            }
        }
    }

    private static void put(ZipOutputStream zip, String path, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(path);
        entry.setTimeLocal(ALWAYS);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
