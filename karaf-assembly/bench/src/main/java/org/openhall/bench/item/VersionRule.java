package org.openhall.bench.item;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.openhall.item.Application;
import org.openhall.item.Finding;
import org.openhall.item.Rule;

/** Tells officials which version's code has run: it reads that from its own bundle, so that nobody else can say it. */
public final class VersionRule implements Rule {

    static final String FILE = "version.txt";

    private final String version;

    public VersionRule() {
        try (InputStream file = VersionRule.class.getResourceAsStream(FILE)) {
            version = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Finding> check(Application application) {
        return List.of(Finding.flags("/name", "ran", version));
    }
}
