package org.openhall.portal.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** An uploaded bundle, streamed into a folder of its own, which goes when it is closed. */
public final class JarUpload implements AutoCloseable {

    /** Largest bundle in bytes; the door takes no more either. */
    public static final long MOST = 50L * 1024 * 1024;

    /** A file system takes 255 bytes, a Chinese character has three. */
    private static final int LONGEST_NAME = 80;

    private final Path folder;
    private final Path file;
    private final String sha256;

    private JarUpload(Path folder, Path file, String sha256) {
        this.folder = folder;
        this.file = file;
        this.sha256 = sha256;
    }

    /**
     * Takes a file in.
     *
     * @param part of the request
     * @return empty when it is larger than {@link #MOST}
     */
    public static Optional<JarUpload> receive(Parts.Part part) {
        Path folder = null;
        try {
            folder = Files.createTempDirectory("openhall-bundle-");
            Path file = folder.resolve(clean(part.fileName().orElse("")));
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            boolean whole;
            try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
                whole = copy(part.content(), out);
            }
            var upload = new JarUpload(folder, file, HexFormat.of().formatHex(digest.digest()));
            if (!whole) {
                upload.close();
            }
            return whole ? Optional.of(upload) : Optional.empty();
        } catch (IOException e) {
            remove(folder);
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where it lies until it is closed; named as the client named it. */
    public Path file() {
        return file;
    }

    /** SHA-256 of the bytes. */
    public String sha256() {
        return sha256;
    }

    @Override
    public void close() {
        remove(folder);
    }

    /** The name goes into the record when the bundle does not say which item it is; it must not lead out of the folder. */
    private static String clean(String name) {
        String clean = name.replaceAll("[^\\p{L}\\p{N}._-]", "_").replaceFirst("^\\.+", "");
        String whole = clean.isEmpty() ? "bundle.jar" : clean;
        int from = Math.max(0, whole.length() - LONGEST_NAME);
        return whole.substring(Character.isLowSurrogate(whole.charAt(from)) ? from + 1 : from);
    }

    private static boolean copy(InputStream in, OutputStream out) throws IOException {
        var buffer = new byte[64 * 1024];
        long size = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            size += read;
            if (size > MOST) {
                return false;
            }
            out.write(buffer, 0, read);
        }
        return true;
    }

    private static void remove(Path folder) {
        if (folder == null) {
            return;
        }
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
