package org.openhall.portal.internal.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/** Styles, scripts and symbols in memory, with their compressed form. Their address carries a hash of them all and never changes meaning. */
public final class Assets {

    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "woff2", "font/woff2");

    private static final Assets ALL = new Assets(BundleFiles.of("static"));

    /**
     * One file.
     *
     * @param type for Content-Type
     * @param etag with its quotes
     * @param bytes as they are
     * @param gzip compressed; empty when that makes nothing smaller
     */
    record Asset(String type, String etag, byte[] bytes, Optional<byte[]> gzip) {}

    private final Map<String, Asset> files;
    private final String base;

    private Assets(TreeMap<String, byte[]> files) {
        MessageDigest all = sha256();
        files.forEach((name, bytes) -> {
            all.update(name.getBytes(StandardCharsets.UTF_8));
            all.update(bytes);
        });
        this.base = "/static/" + hex(all.digest());
        this.files = files.entrySet().stream()
                .collect(
                        Collectors.toUnmodifiableMap(Map.Entry::getKey, file -> asset(file.getKey(), file.getValue())));
    }

    /** The files of this bundle. */
    public static Assets get() {
        return ALL;
    }

    /** What the address of each file begins with; without a slash at its end. */
    public String base() {
        return base;
    }

    /**
     * Finds a file.
     *
     * @param path as requested
     * @return empty when there is none there
     */
    Optional<Asset> find(String path) {
        return path.startsWith(base + "/")
                ? Optional.ofNullable(files.get(path.substring(base.length() + 1)))
                : Optional.empty();
    }

    private static Asset asset(String name, byte[] bytes) {
        String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
        byte[] gzip = gzip(bytes);
        return new Asset(
                type,
                '"' + hex(sha256().digest(bytes)) + '"',
                bytes,
                gzip.length < bytes.length ? Optional.of(gzip) : Optional.empty());
    }

    private static byte[] gzip(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest, 0, 10);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
