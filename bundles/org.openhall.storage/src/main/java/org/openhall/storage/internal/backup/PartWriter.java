package org.openhall.storage.internal.backup;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** One part of a table in memory: gzip of JSON lines, a row an array. */
final class PartWriter {

    /** A part is written out when it has so many bytes; a row may be larger. */
    private static final int ENOUGH = 1_000_000;

    private static final JsonFactory JSON = new JsonFactory();

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final JsonGenerator out;
    private long rows;

    PartWriter() throws IOException {
        out = JSON.createGenerator(new Fast(bytes));
        out.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
    }

    JsonGenerator row() throws IOException {
        out.writeStartArray();
        return out;
    }

    void endRow() throws IOException {
        out.writeEndArray();
        rows++;
    }

    long rows() {
        return rows;
    }

    boolean full() {
        return bytes.size() >= ENOUGH;
    }

    byte[] end() throws IOException {
        out.close();
        return bytes.toByteArray();
    }

    /** The hall serves meanwhile: a little more room is better than much more work. */
    private static final class Fast extends GZIPOutputStream {

        Fast(OutputStream out) throws IOException {
            super(out, 8_192);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
