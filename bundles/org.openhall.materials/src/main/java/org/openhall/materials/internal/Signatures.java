package org.openhall.materials.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Finds the type of a file in its content; neither name nor claim counts. */
final class Signatures {

    private static final byte[] PDF = {'%', 'P', 'D', 'F', '-'};
    private static final byte[] JPG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A};
    private static final byte[] OLE2 = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private Signatures() {}

    /** The type, or empty when it is none of ours. */
    static Optional<FileType> typeOf(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(8);
        }
        if (begins(head, PDF)) {
            return Optional.of(FileType.PDF);
        }
        if (begins(head, JPG)) {
            return Optional.of(FileType.JPG);
        }
        if (begins(head, PNG)) {
            return Optional.of(FileType.PNG);
        }
        if (begins(head, OLE2)) {
            return CompoundFile.typeOf(file);
        }
        return begins(head, ZIP) ? OfficeZip.typeOf(file) : Optional.empty();
    }

    private static boolean begins(byte[] head, byte[] signature) {
        return head.length >= signature.length
                && Arrays.equals(head, 0, signature.length, signature, 0, signature.length);
    }
}
