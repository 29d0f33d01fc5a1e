package org.openhall.storage.internal.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openhall.storage.internal.Hashes;
import org.openhall.storage.internal.backup.Manifest.FileSet;

/** Reads a backup from its first file to its last and holds it against its manifest. */
final class Verification {

    static final Pattern FILE = Pattern.compile("([a-z]{1,16})/[0-9a-f]{2}/([0-9a-f]{64})");

    private static final String TABLES = "tables/";
    private static final int LONGEST_MANIFEST = 64 * 1024 * 1024;
    private static final int CHUNK = 64 * 1024;

    private final Watch watch;
    private final byte[] chunk = new byte[CHUNK];
    private final List<String> parts = new ArrayList<>();
    private final Map<String, MessageDigest> files = new HashMap<>();
    private byte[] manifest = {};
    private String seal = "";

    private Verification(Watch watch) {
        this.watch = watch;
    }

    /**
     * Verifies a whole backup.
     *
     * @throws BrokenBackup when something is not as it was made, or cannot be read
     */
    static Manifest of(Path file, Watch watch) throws BrokenBackup {
        Verification verification = new Verification(watch);
        try (TarIn tar = TarIn.of(file)) {
            for (var entry = tar.next(); entry.isPresent(); entry = tar.next()) {
                verification.take(entry.get(), tar.content());
            }
            return verification.end();
        } catch (BrokenBackup e) {
            throw e;
        } catch (IOException e) {
            throw new BrokenBackup("it cannot be read: " + e.getMessage(), e);
        }
    }

    private void take(TarIn.Entry entry, InputStream content) throws IOException {
        Matcher file = FILE.matcher(entry.name());
        if (entry.name().startsWith(TABLES) || DataFiles.matches(entry.name())) {
            parts.add(line(entry.name(), entry.size(), sha256(content)));
            watch.bytes(entry.size());
        } else if (file.matches()) {
            files.computeIfAbsent(file.group(1), folder -> Hashes.sha256())
                    .update(FilesOut.line(file.group(2), entry.size(), sha256(content)));
            watch.bytes(entry.size());
        } else if (entry.name().equals(Manifest.NAME) && entry.size() <= LONGEST_MANIFEST) {
            manifest = content.readAllBytes();
        } else if (entry.name().equals(Manifest.SEAL) && entry.size() <= CHUNK) {
            seal = new String(content.readAllBytes(), StandardCharsets.US_ASCII);
        } else {
            throw new BrokenBackup("it holds " + entry.name() + ", which no hall has written");
        }
    }

    private Manifest end() throws IOException {
        String sha256 = HexFormat.of().formatHex(Hashes.sha256().digest(manifest));
        if (manifest.length == 0 || !seal.equals(sha256 + "  " + Manifest.NAME + "\n")) {
            throw new BrokenBackup("its manifest is missing or was changed");
        }
        Manifest said = Manifest.of(manifest);
        List<String> expected = Stream.concat(
                        said.data().stream().map(file -> line(file.name(), file.bytes(), file.sha256())),
                        said.parts().stream().map(part -> line(part.name(), part.bytes(), part.sha256())))
                .toList();
        if (!parts.equals(expected)) {
            expected = new ArrayList<>(expected);
            expected.removeAll(new HashSet<>(parts));
            throw new BrokenBackup("something is not as it was made: " + expected);
        }
        for (FileSet set : said.files()) {
            MessageDigest seen = Optional.ofNullable(files.remove(set.folder())).orElseGet(Hashes::sha256);
            if (!HexFormat.of().formatHex(seen.digest()).equals(set.sha256())) {
                throw new BrokenBackup("files in " + set.folder() + " are missing or are not as they were made");
            }
        }
        if (!files.isEmpty()) {
            throw new BrokenBackup("it holds files that its manifest does not name: " + files.keySet());
        }
        return said;
    }

    private static String line(String name, long size, String sha256) {
        return name + " " + size + " " + sha256;
    }

    private String sha256(InputStream content) throws IOException {
        MessageDigest digest = Hashes.sha256();
        int length = content.read(chunk);
        while (length >= 0) {
            digest.update(chunk, 0, length);
            length = content.read(chunk);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
