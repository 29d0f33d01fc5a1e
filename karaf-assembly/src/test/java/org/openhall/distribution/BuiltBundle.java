package org.openhall.distribution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** One of our bundles as it lies in the distribution. */
record BuiltBundle(Path jar, String name, List<String> imports, List<String> exports) {

    /** Ours: what is installed at start and what lies in {@code items/}. */
    static List<BuiltBundle> all() {
        try (Stream<Path> system = Files.walk(Hall.DISTRIBUTION.resolve("system/org/openhall"));
                Stream<Path> items = Files.list(Hall.DISTRIBUTION.resolve("items"))) {
            return Stream.concat(system, items)
                    .filter(file -> file.toString().endsWith(".jar"))
                    .map(BuiltBundle::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BuiltBundle read(Path jar) {
        try (var file = new JarFile(jar.toFile())) {
            Attributes manifest = file.getManifest().getMainAttributes();
            return new BuiltBundle(
                    jar,
                    manifest.getValue("Bundle-SymbolicName"),
                    packages(manifest.getValue("Import-Package")),
                    packages(manifest.getValue("Export-Package")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names in such a header, without optional ones; commas inside quotes separate nothing. */
    private static List<String> packages(String header) {
        var names = new ArrayList<String>();
        if (header != null) {
            for (String clause : header.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")) {
                if (!clause.contains("resolution:=optional")) {
                    names.add(clause.split(";")[0].strip());
                }
            }
        }
        return names;
    }

    @Override
    public String toString() {
        return name;
    }
}
