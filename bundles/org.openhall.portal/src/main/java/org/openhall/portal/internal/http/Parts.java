package org.openhall.portal.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.commons.fileupload.FileItemIterator;
import org.apache.commons.fileupload.FileItemStream;
import org.apache.commons.fileupload.FileUpload;
import org.apache.commons.fileupload.FileUploadException;
import org.apache.commons.fileupload.RequestContext;

/** The parts of a {@code multipart/form-data} body (RFC 7578), one after the other, none kept in memory. */
public final class Parts {

    private static final int MAX_TEXT = 4096;

    /**
     * One part; valid until the next one is asked for.
     *
     * @param name of the field
     * @param fileName as the client says, empty for a field that is no file
     * @param content the bytes
     */
    public record Part(String name, Optional<String> fileName, InputStream content) {

        /** The content of a short text field. */
        public String text() {
            try {
                byte[] bytes = content.readNBytes(MAX_TEXT + 1);
                if (bytes.length > MAX_TEXT) {
                    throw new Refusal(413, "too-large");
                }
                return new String(bytes, StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw broken(e);
            }
        }
    }

    private final FileItemIterator items;

    private Parts(FileItemIterator items) {
        this.items = items;
    }

    /**
     * Begins to read.
     *
     * @param contentType with the boundary
     * @param body as sent
     * @return the parts to come
     */
    public static Parts read(String contentType, InputStream body) {
        try {
            return new Parts(new FileUpload().getItemIterator(new Body(contentType, body)));
        } catch (FileUploadException e) {
            throw broken(e);
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /**
     * The next part.
     *
     * @return empty after the last one
     */
    public Optional<Part> next() {
        try {
            if (!items.hasNext()) {
                return Optional.empty();
            }
            FileItemStream item = items.next();
            Optional<String> name = item.isFormField() ? Optional.empty() : Optional.of(lastOf(item.getName()));
            return Optional.of(
                    new Part(item.getFieldName() == null ? "" : item.getFieldName(), name, item.openStream()));
        } catch (FileUploadException e) {
            throw broken(e);
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /**
     * Skips to the first file with a name.
     *
     * @return empty when none was sent
     */
    public Optional<Part> nextFile() {
        Optional<Part> part = next();
        while (part.isPresent()
                && part.get().fileName().filter(name -> !name.isEmpty()).isEmpty()) {
            part = next();
        }
        return part;
    }

    /** Some browsers send the whole path. */
    private static String lastOf(String name) {
        return name == null ? "" : name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    private static RuntimeException broken(Exception e) {
        // A connection that breaks off is nobody's mistake to explain; a body that is no multipart is.
        return e instanceof IOException io && !(io.getCause() instanceof FileUploadException)
                ? new UncheckedIOException(io)
                : Refusal.malformed("", "The body is not multipart/form-data.");
    }

    private record Body(String contentType, InputStream stream) implements RequestContext {

        @Override
        public String getCharacterEncoding() {
            return "UTF-8";
        }

        @Override
        public String getContentType() {
            return contentType;
        }

        /** Not asked by a streaming reader; the limits are the materials' own. */
        @Deprecated
        @Override
        public int getContentLength() {
            return -1;
        }

        @Override
        public InputStream getInputStream() {
            return stream;
        }
    }
}
