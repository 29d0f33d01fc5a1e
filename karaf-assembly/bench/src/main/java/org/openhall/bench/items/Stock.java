package org.openhall.bench.items;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openhall.bench.item.BenchItem;
import org.openhall.bench.item.ItemVersion;
import org.openhall.distribution.Hall;

/** A home whose shipped items are so many of the bench's, and no others. */
record Stock(Path home, int count) {

    private static final ItemVersion VERSION = new ItemVersion(1, 0, 0);
    private static final String SETTINGS = "org.openhall.catalogue.cfg";

    /** Packs the items and tells the hall where they lie. */
    static Stock of(int count) {
        Path home = Hall.newHome("bench-items-" + count);
        try {
            Path folder = Files.createDirectories(home.resolve("shipped"));
            for (int i = 1; i <= count; i++) {
                Files.write(folder.resolve(key(i) + ".jar"), item(i).jar());
            }
            String usual = Files.readString(Hall.DISTRIBUTION.resolve("etc").resolve(SETTINGS));
            Files.writeString(
                    Files.createDirectories(home.resolve("etc")).resolve(SETTINGS),
                    usual.replaceFirst("(?m)^items *=.*$", "items = " + folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Stock(home, count);
    }

    /** One of them, or one more. */
    static BenchItem item(int number) {
        return BenchItem.of(key(number), VERSION);
    }

    /** Insists that the hall really offers the last of them. */
    void check(Hall hall) {
        if (count > 0 && !offers(hall, count)) {
            throw new IllegalStateException("the hall does not offer " + key(count));
        }
    }

    static boolean offers(Hall hall, int number) {
        var answer = hall.api().get("/api/v1/items/" + key(number));
        return answer.status() == 200 && answer.json().path("version").asText().equals(VERSION.toString());
    }

    private static String key(int number) {
        return "bench-" + number;
    }
}
