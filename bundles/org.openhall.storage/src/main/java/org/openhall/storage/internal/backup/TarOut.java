package org.openhall.storage.internal.backup;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.openhall.storage.internal.Hashes;

/** Writes the files of a backup into a tar, one after the other, and knows the SHA-256 of each. */
final class TarOut {

    private static final int ONLY_ITS_OWNER = 0100600;

    private final TarArchiveOutputStream tar;
    private final FileTime at;

    TarOut(OutputStream out, Instant at) {
        this.tar = new TarArchiveOutputStream(out);
        // no file is too large
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        // parts of a second would need a header of their own
        this.at = FileTime.from(at.truncatedTo(ChronoUnit.SECONDS));
    }

    /** Writes a file and gives its SHA-256. */
    String file(String name, byte[] content) throws IOException {
        return file(name, content.length, new ByteArrayInputStream(content));
    }

    /** Writes a file of that size and gives its SHA-256; fails when the content is shorter or longer. */
    String file(String name, long size, InputStream content) throws IOException {
        var entry = new TarArchiveEntry(name);
        entry.setSize(size);
        entry.setMode(ONLY_ITS_OWNER);
        entry.setModTime(at);
        tar.putArchiveEntry(entry);
        var digested = new DigestInputStream(content, Hashes.sha256());
        digested.transferTo(tar);
        tar.closeArchiveEntry();
        return HexFormat.of().formatHex(digested.getMessageDigest().digest());
    }

    /** Writes the end. */
    void end() throws IOException {
        tar.finish();
    }
}
