package org.openhall.materials.internal;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Tells Word from Excel in a zip file by what its parts list says (ECMA-376 part 2); with macros it is neither. */
final class OfficeZip {

    // A real list has a few kilobytes; a zip bomb is not read further.
    private static final int LONGEST_LIST = 1 << 20;

    private static final String PREFIX = "\"application/vnd.openxmlformats-officedocument.";

    private OfficeZip() {}

    static Optional<FileType> typeOf(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry list = zip.getEntry("[Content_Types].xml");
            if (list == null) {
                return Optional.empty();
            }
            String parts;
            try (InputStream in = zip.getInputStream(list)) {
                parts = new String(in.readNBytes(LONGEST_LIST), StandardCharsets.UTF_8).replace('\'', '"');
            }
            if (parts.contains(PREFIX + "wordprocessingml.document.main+xml\"") && has(zip, "word/document.xml")) {
                return Optional.of(FileType.DOCX);
            }
            if (parts.contains(PREFIX + "spreadsheetml.sheet.main+xml\"") && has(zip, "xl/workbook.xml")) {
                return Optional.of(FileType.XLSX);
            }
            return Optional.empty();
        } catch (ZipException | EOFException | IllegalArgumentException broken) {
            // It only looks like a zip file: a broken upload is a file of no accepted type.
            return Optional.empty();
        }
    }

    private static boolean has(ZipFile zip, String entry) {
        return zip.getEntry(entry) != null;
    }
}
