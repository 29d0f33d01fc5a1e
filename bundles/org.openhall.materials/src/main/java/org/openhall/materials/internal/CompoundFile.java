package org.openhall.materials.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Tells Word from Excel in a compound file (MS-CFB) by the streams its directory names. */
final class CompoundFile {

    private static final int HEADER_FAT_SECTORS = 109;
    private static final int ENTRY = 128;
    // Enough for any real document, few enough for a chain that bites its tail.
    private static final int MOST_DIRECTORY_SECTORS = 256;
    private static final int MOST_FAT_LISTS = 1024;

    private final FileChannel channel;
    private final ByteBuffer header;
    private final int sectorSize;

    private CompoundFile(FileChannel channel) throws IOException {
        this.channel = channel;
        this.header = read(0, 512);
        int shift = header.getShort(30);
        if (shift != 9 && shift != 12) {
            throw new Broken();
        }
        this.sectorSize = 1 << shift;
    }

    static Optional<FileType> typeOf(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return new CompoundFile(channel).type();
        } catch (Broken broken) {
            // It only looks like a compound file: a broken upload is a file of no accepted type.
            return Optional.empty();
        }
    }

    private Optional<FileType> type() throws IOException {
        int sector = header.getInt(48);
        for (int seen = 0; sector >= 0 && seen < MOST_DIRECTORY_SECTORS; seen++) {
            ByteBuffer entries = read(offset(sector), sectorSize);
            for (int at = 0; at < sectorSize; at += ENTRY) {
                Optional<FileType> type = named(entries, at);
                if (type.isPresent()) {
                    return type;
                }
            }
            sector = next(sector);
        }
        return Optional.empty();
    }

    private static Optional<FileType> named(ByteBuffer entries, int at) {
        int length = entries.getShort(at + 64) - 2;
        if (length <= 0 || length > 62) {
            return Optional.empty();
        }
        byte[] name = new byte[length];
        entries.get(at, name);
        return switch (new String(name, StandardCharsets.UTF_16LE)) {
            case "WordDocument" -> Optional.of(FileType.DOC);
            case "Workbook", "Book" -> Optional.of(FileType.XLS);
            default -> Optional.empty();
        };
    }

    private int next(int sector) throws IOException {
        int perSector = sectorSize / 4;
        ByteBuffer fat = read(offset(fatSector(sector / perSector)), sectorSize);
        return fat.getInt(sector % perSector * 4);
    }

    /** Where the n-th part of the allocation table lies: the first 109 stand in the header, the others in a chain of lists. */
    private int fatSector(int index) throws IOException {
        if (index < HEADER_FAT_SECTORS) {
            return header.getInt(76 + index * 4);
        }
        int perList = sectorSize / 4 - 1;
        int list = (index - HEADER_FAT_SECTORS) / perList;
        if (list >= MOST_FAT_LISTS) {
            throw new Broken();
        }
        int sector = header.getInt(68);
        for (int i = 0; i < list; i++) {
            sector = read(offset(sector), sectorSize).getInt(perList * 4);
        }
        return read(offset(sector), sectorSize).getInt((index - HEADER_FAT_SECTORS) % perList * 4);
    }

    private long offset(int sector) throws Broken {
        if (sector < 0) {
            throw new Broken();
        }
        return (sector + 1L) * sectorSize;
    }

    private ByteBuffer read(long position, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, position + bytes.position()) < 0) {
                throw new Broken();
            }
        }
        return bytes.flip();
    }

    /** Not a compound file after all. */
    private static final class Broken extends IOException {

        private static final long serialVersionUID = 1L;

        Broken() {
            super("Not a compound file");
        }
    }
}
