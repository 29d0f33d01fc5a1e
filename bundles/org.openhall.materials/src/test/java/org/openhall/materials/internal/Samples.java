package org.openhall.materials.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small files of each type. */
final class Samples {

    private static final int SECTOR = 512;
    private static final int FREE = -1;
    private static final int END = -2;

    private Samples() {}

    static byte[] pdf(String more) {
        return ("%PDF-1.7\n" + more).getBytes(StandardCharsets.UTF_8);
    }

    static byte[] png() {
        return new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R'};
    }

    static byte[] jpg() {
        return new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0};
    }

    static byte[] docx() {
        return office("wordprocessingml.document.main+xml", "word/document.xml");
    }

    static byte[] xlsx() {
        return office("spreadsheetml.sheet.main+xml", "xl/workbook.xml");
    }

    static byte[] zip(String... namesAndTexts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    private static byte[] office(String type, String part) {
        return zip(
                "[Content_Types].xml",
                "<Types><Override PartName=\"/" + part
                        + "\" ContentType=\"application/vnd.openxmlformats-officedocument." + type + "\"/></Types>",
                part,
                "<x/>");
    }

    /** A compound file whose directory has two sectors; the stream is named in the second one. */
    static byte[] compound(String stream) {
        ByteBuffer file = ByteBuffer.allocate(4 * SECTOR).order(ByteOrder.LITTLE_ENDIAN);
        file.put(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1});
        file.putShort(30, (short) 9);
        file.putInt(48, 1);
        file.putInt(68, END);
        for (int i = 0; i < 109; i++) {
            file.putInt(76 + i * 4, i == 0 ? 0 : FREE);
        }
        int[] allocation = new int[SECTOR / 4];
        Arrays.fill(allocation, FREE);
        allocation[0] = -3;
        allocation[1] = 2;
        allocation[2] = END;
        for (int i = 0; i < allocation.length; i++) {
            file.putInt(SECTOR + i * 4, allocation[i]);
        }
        name(file, 2 * SECTOR, "Root Entry");
        name(file, 3 * SECTOR, stream);
        return file.array();
    }

    private static void name(ByteBuffer file, int at, String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_16LE);
        file.put(at, bytes);
        file.putShort(at + 64, (short) (bytes.length + 2));
    }
}
