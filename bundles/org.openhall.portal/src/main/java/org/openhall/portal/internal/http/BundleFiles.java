package org.openhall.portal.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** The files of one folder of this bundle: of the bundle where there is one, of the class path where an item is tested. */
public final class BundleFiles {

    private static final String ROOT = "/org/openhall/portal/";

    private BundleFiles() {}

    /**
     * Reads all files of a folder, without those of folders below.
     *
     * @param folder such as {@code static}
     * @return content by file name, sorted
     */
    public static TreeMap<String, byte[]> of(String folder) {
        Bundle bundle = FrameworkUtil.getBundle(BundleFiles.class);
        var files = new TreeMap<String, byte[]>();
        for (URL url : bundle == null ? onClassPath(folder) : inBundle(bundle, folder)) {
            String path = url.getPath();
            if (!path.endsWith("/")) {
                files.put(path.substring(path.lastIndexOf('/') + 1), read(url));
            }
        }
        return files;
    }

    private static List<URL> inBundle(Bundle bundle, String folder) {
        var found = bundle.findEntries(ROOT + folder, "*", false);
        return found == null ? List.of() : Collections.list(found);
    }

    private static List<URL> onClassPath(String folder) {
        URL place = BundleFiles.class.getResource(ROOT + folder);
        if (place == null) {
            return List.of();
        }
        try {
            return place.openConnection() instanceof JarURLConnection jar ? inJar(jar) : inFolder(place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<URL> inJar(JarURLConnection place) throws IOException {
        String folder = place.getEntryName();
        try (JarFile jar = new JarFile(place.getJarFile().getName())) {
            return jar.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.startsWith(folder) && name.indexOf('/', folder.length() + 1) < 0)
                    .map(name -> BundleFiles.class.getResource("/" + name))
                    .toList();
        }
    }

    private static List<URL> inFolder(URL place) throws IOException {
        try (Stream<Path> entries = Files.list(Path.of(place.toURI()))) {
            return entries.filter(Files::isRegularFile).map(BundleFiles::url).toList();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(URL url) {
        try (InputStream in = url.openStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
