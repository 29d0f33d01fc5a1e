package org.openhall.storage.internal.backup;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.openhall.api.storage.BackedUpFiles;
import org.openhall.api.storage.RestoredFiles;
import org.openhall.storage.internal.Hashes;

/** Files of a bundle that keeps them in memory. */
final class KeptInMemory implements BackedUpFiles, RestoredFiles {

    final Map<String, byte[]> kept = new TreeMap<>();
    final Set<String> alsoNamed = new LinkedHashSet<>();
    Runnable whileNamed = () -> {};
    int held;

    String keep(String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        String name = HexFormat.of().formatHex(Hashes.sha256().digest(bytes));
        kept.put(name, bytes);
        return name;
    }

    @Override
    public String folder() {
        return "papers";
    }

    @Override
    public Hold hold() {
        held++;
        return () -> held--;
    }

    @Override
    public void names(Consumer<String> each) {
        whileNamed.run();
        kept.keySet().forEach(each);
        alsoNamed.forEach(each);
    }

    @Override
    public Optional<Content> open(String sha256) throws IOException {
        return Optional.ofNullable(kept.get(sha256))
                .map(bytes -> new Content(bytes.length, new ByteArrayInputStream(bytes)));
    }

    @Override
    public boolean empty() {
        return kept.isEmpty();
    }

    @Override
    public boolean put(String sha256, InputStream bytes) throws IOException {
        byte[] content = bytes.readAllBytes();
        if (!HexFormat.of().formatHex(Hashes.sha256().digest(content)).equals(sha256)) {
            return false;
        }
        kept.put(sha256, content);
        return true;
    }
}
