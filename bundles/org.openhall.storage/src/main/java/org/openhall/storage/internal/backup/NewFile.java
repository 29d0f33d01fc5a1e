package org.openhall.storage.internal.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A file that has its name only when it is whole and on disk; otherwise nothing is left of it. Only its owner may read it. */
final class NewFile implements AutoCloseable {

    private static final int BUFFER = 256 * 1024;

    private final Path file;
    private final Path hidden;
    private final FileChannel channel;
    private final OutputStream out;
    private boolean kept;

    private NewFile(Path file, Path hidden, FileChannel channel) {
        this.file = file;
        this.hidden = hidden;
        this.channel = channel;
        this.out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
    }

    /** Opens one; refuses a name that is there. */
    static NewFile at(Path file) throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Path hidden = Files.createTempFile(file.getParent(), "." + file.getFileName() + ".", ".part", owner);
        return new NewFile(file, hidden, FileChannel.open(hidden, Set.of(StandardOpenOption.WRITE)));
    }

    OutputStream out() {
        return out;
    }

    /** Syncs it and gives it its name; how long it is. */
    long keep() throws IOException {
        out.flush();
        channel.force(true);
        long size = channel.size();
        channel.close();
        // fails when somebody has made a file of this name meanwhile
        Files.move(hidden, file);
        kept = true;
        try (FileChannel folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
        return size;
    }

    @Override
    public void close() throws IOException {
        channel.close();
        if (!kept) {
            Files.deleteIfExists(hidden);
        }
    }
}
