package org.openhall.catalogue.internal.list;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.openhall.api.catalogue.Implementation;

/**
 * Where a page of the list ended: what could be filed online comes first, then names, then codes.
 *
 * @param offline 0 or 1; -1 for the beginning of the list
 * @param name of the last row
 * @param code of the last row
 */
record Cursor(int offline, String name, String code) {

    private static final Cursor BEGINNING = new Cursor(-1, "", "");

    /** From what a caller gave back; throws for what never came from here. */
    static Cursor of(Optional<String> after) {
        if (after.isEmpty()) {
            return BEGINNING;
        }
        String text = new String(Base64.getUrlDecoder().decode(after.get()), StandardCharsets.UTF_8);
        String[] parts = text.split("\n", -1);
        if (parts.length != 3 || !parts[0].matches("[01]")) {
            throw new IllegalArgumentException("This is no place in the list");
        }
        return new Cursor(Integer.parseInt(parts[0]), parts[1], parts[2]);
    }

    static String after(Implementation row) {
        String text = (row.online() ? "0" : "1") + "\n" + row.name() + "\n" + row.code();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    boolean beginning() {
        return offline < 0;
    }
}
