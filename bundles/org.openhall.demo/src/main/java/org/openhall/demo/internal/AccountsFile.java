package org.openhall.demo.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhall.api.json.Json;
import org.openhall.api.users.Post;

/**
 * {@code demo-accounts.json} in the home, readable by its owner only. Written under another name before the accounts are made, so that a
 * start that is killed half-way goes on with the same passwords.
 */
final class AccountsFile {

    private final Path file;
    private final Path begun;
    private final Json json;

    AccountsFile(Path home, Json json) {
        this.file = home.resolve("demo-accounts.json");
        this.begun = home.resolve(".demo-accounts.begun");
        this.json = json;
    }

    boolean complete() {
        return Files.exists(file);
    }

    /** Passwords of a start that did not get to its end. */
    Optional<Map<String, String>> begun() throws IOException {
        if (!Files.exists(begun)) {
            return Optional.empty();
        }
        Map<String, String> passwords = new LinkedHashMap<>();
        json.object(Files.readString(begun))
                .forEach((username, password) -> passwords.put(username, (String) password));
        return Optional.of(passwords);
    }

    void begin(Map<String, String> passwords) throws IOException {
        write(begun, json.text(passwords));
    }

    void complete(List<DemoAccount> accounts, Map<String, String> passwords, Map<String, String> departments)
            throws IOException {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (DemoAccount account : accounts) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("username", account.username());
            row.put("password", passwords.get(account.username()));
            row.put("kind", account.kind().name().toLowerCase(java.util.Locale.ROOT));
            row.put("name", account.name());
            row.put(
                    "department",
                    account.posts().stream()
                            .findFirst()
                            .map(post -> departments.getOrDefault(post.department(), post.department()))
                            .orElse(""));
            row.put("posts", account.posts().stream().map(Post::post).toList());
            if (account.oneTime()) {
                row.put("oneTime", true);
            }
            rows.add(row);
        }
        write(file, json.text(rows) + "\n");
        Files.deleteIfExists(begun);
    }

    private static void write(Path target, String text) throws IOException {
        Path temporary = target.resolveSibling(target.getFileName() + ".new");
        Files.deleteIfExists(temporary);
        Files.createFile(temporary, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(temporary, text, StandardCharsets.UTF_8);
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
