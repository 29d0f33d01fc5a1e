package org.openhall.storage.internal.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tables that lie beside the settings and that the hall reckons with, {@code etc/org.openhall.*.csv}, such as the holidays. The settings
 * themselves hold passwords and paths and are in no backup.
 */
final class DataFiles {

    private static final Pattern NAME = Pattern.compile("etc/org\\.openhall\\.[A-Za-z0-9_.-]{1,60}\\.csv");

    private final Path home;

    DataFiles(Path home) {
        this.home = home;
    }

    /**
     * One of them.
     *
     * @param name in the tar and from the home
     * @param bytes how long
     * @param sha256 of these bytes
     */
    record DataFile(String name, long bytes, String sha256) {

        DataFile {
            if (!matches(name)) {
                throw new IllegalArgumentException("This is no data file: " + name);
            }
        }
    }

    static boolean matches(String name) {
        return NAME.matcher(name).matches();
    }

    List<DataFile> write(TarOut tar) throws IOException {
        List<DataFile> written = new ArrayList<>();
        for (String name : names()) {
            byte[] bytes = Files.readAllBytes(home.resolve(name));
            written.add(new DataFile(name, bytes.length, tar.file(name, bytes)));
        }
        return written;
    }

    private List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        Path etc = home.resolve("etc");
        if (Files.isDirectory(etc)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(etc, Files::isRegularFile)) {
                for (Path file : files) {
                    String name = "etc/" + file.getFileName();
                    if (matches(name)) {
                        names.add(name);
                    }
                }
            }
        }
        names.sort(null);
        return names;
    }

    /** Writes one, unless the home has its own. */
    void restore(String name, InputStream content) throws IOException {
        Path file = home.resolve(name);
        if (matches(name) && !Files.exists(file)) {
            Files.createDirectories(file.getParent());
            Files.copy(content, file);
            try (FileChannel written = FileChannel.open(file, StandardOpenOption.WRITE)) {
                written.force(true);
            }
        }
    }
}
