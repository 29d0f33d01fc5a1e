package org.openhall.portal.internal.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.openhall.api.materials.Materials;
import org.openhall.api.materials.StoredMaterial;

/** Uploaded files on their way back: what a browser shows safely is shown, everything else is saved. Nothing in a file may run or load. */
public final class FileAnswers {

    private static final Set<String> SHOWN = Set.of("application/pdf", "image/jpeg", "image/png");

    private FileAnswers() {}

    /**
     * Whether a browser may show a file.
     *
     * @param material the file
     * @return true for PDF, JPEG and PNG
     */
    public static boolean shown(StoredMaterial material) {
        return SHOWN.contains(material.mediaType());
    }

    /**
     * Sends a file.
     *
     * @param materials where its bytes are
     * @param material a file the visitor may see
     * @param save whether it shall be saved even if it could be shown
     * @return the answer
     * @throws Refusal 404 when the bytes are gone
     */
    public static Response of(Materials materials, StoredMaterial material, boolean save) {
        close(materials.open(material.sha256()).orElseThrow(Refusal::notFound));
        boolean show = !save && shown(material);
        // Opened once more when it is sent: an answer to HEAD is never sent, and nobody would close it.
        StreamingOutput body = out -> {
            try (InputStream bytes = materials.open(material.sha256()).orElseThrow(Refusal::notFound)) {
                bytes.transferTo(out);
            }
        };
        return Response.ok(body)
                .header(HttpHeaders.CONTENT_TYPE, shown(material) ? material.mediaType() : "application/octet-stream")
                .header(HttpHeaders.CONTENT_LENGTH, material.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(show, material.fileName()))
                .header("Content-Security-Policy", policy(material))
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static void close(InputStream bytes) {
        try {
            bytes.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A browser's own reader of PDF does not start in a sandbox; it draws itself with styles of its own. */
    private static String policy(StoredMaterial material) {
        return material.mediaType().equals("application/pdf")
                ? "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'"
                : "sandbox; default-src 'none'; frame-ancestors 'self'";
    }

    /** RFC 6266; the plain name is for clients that do not know the extended one. */
    private static String disposition(boolean show, String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._ -]", "_");
        String extended = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return (show ? "inline" : "attachment") + "; filename=\"" + plain + "\"; filename*=UTF-8''" + extended;
    }
}
