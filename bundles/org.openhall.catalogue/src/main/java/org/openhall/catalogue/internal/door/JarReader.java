package org.openhall.catalogue.internal.door;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.openhall.catalogue.internal.definition.Defects;
import org.openhall.catalogue.internal.definition.ItemFiles;

/** Reads an item bundle as data: counts, names, manifest and definition, all bounded; runs nothing. */
final class JarReader {

    private static final long MOST_BYTES = 50L * 1024 * 1024;

    private static final int MOST_ENTRIES = 5_000;
    private static final int MOST_TEXT = 400_000;
    private static final Pattern NATIVE = Pattern.compile(".*\\.(so(\\.[0-9.]+)?|dll|dylib|jnilib)");
    private static final List<String> OURS = List.of("org/openhall/item/", "org/openhall/api/", "org/slf4j/");

    private final Defects defects;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private byte[] manifest = new byte[0];
    private boolean readable = true;
    private long unpacked;

    JarReader(Defects defects) {
        this.defects = defects;
    }

    /** What the jar says; empty when it is none. Mistakes go to the defects. */
    Optional<ItemJar> read(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            defects.add("", 0, "The bundle is larger than 50 MB; leave something out.", "程序包超过 50 MB，请去掉一些内容。");
            return Optional.empty();
        }
        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            if (zip.size() > MOST_ENTRIES) {
                defects.add(
                        "",
                        0,
                        "The bundle has more than " + MOST_ENTRIES + " entries; leave some out.",
                        "程序包的条目超过 " + MOST_ENTRIES + " 个，请去掉一些。");
            } else {
                entries(zip);
            }
        } catch (ZipException e) {
            defects.add(
                    "",
                    0,
                    "The file is no jar: " + e.getMessage() + "; build the bundle again.",
                    "文件不是 jar：" + e.getMessage() + "；请重新构建程序包。");
            return Optional.empty();
        }
        ManifestCheck check = new ManifestCheck(manifest, defects);
        if (manifest.length == 0) {
            defects.add(
                    JarFile.MANIFEST_NAME,
                    0,
                    "The manifest is missing; build the bundle with bnd.",
                    "缺少 manifest，请用 bnd 构建程序包。");
        } else {
            check.check();
        }
        ItemFiles files = new ItemFiles(check.bundle(), texts);
        return Optional.of(new ItemJar(check.item(), check.version(), check.extension(), files, readable));
    }

    private void entries(ZipFile zip) throws IOException {
        Set<String> names = new HashSet<>();
        for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
            String name = entry.getName();
            if (!named(name) || entry.isDirectory()) {
                continue;
            }
            if (!names.add(name)) {
                defects.add(name, 0, "The entry is there twice; build the bundle again.", "这个条目出现了两次，请重新构建程序包。");
            }
            if (!unpack(zip, entry)) {
                defects.add(
                        "",
                        0,
                        "The bundle is larger than 50 MB when unpacked; leave something out.",
                        "程序包解开后超过 50 MB，请去掉一些内容。");
                return;
            }
        }
    }

    private boolean named(String name) {
        if (name.isEmpty()
                || name.startsWith("/")
                || name.contains("\\")
                || name.contains(":")
                || List.of(name.split("/", -1)).contains("..")) {
            defects.add(
                    name,
                    0,
                    "The path leads out of the bundle; build it with plain relative paths.",
                    "路径跑到程序包外面去了，请用普通的相对路径构建。");
            return false;
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".jar") || lower.endsWith(".war") || lower.endsWith(".zip")) {
            defects.add(
                    name,
                    0,
                    "An item has no archives inside; bring the classes themselves or do without.",
                    "事项里不能有压缩包，请直接带上类，或者不用它。");
        }
        if (NATIVE.matcher(lower).matches()) {
            defects.add(
                    name,
                    0,
                    "An item brings no native code; do it in Java or leave it out.",
                    "事项不能带本机代码，请用 Java 写或去掉。");
        }
        OURS.stream()
                .filter(name::startsWith)
                .filter(ours -> name.endsWith(".class"))
                .forEach(ours -> defects.add(
                        name,
                        0,
                        "The hall has this class itself; import its package and do not pack it.",
                        "这个类大厅里有，请导入它的包，不要打进程序包。"));
        return true;
    }

    /** Unpacks one entry; false when the bundle got too large. What an entry says of its own size is not believed. */
    private boolean unpack(ZipFile zip, ZipEntry entry) throws IOException {
        String name = entry.getName();
        boolean text = name.startsWith(ItemFiles.FOLDER);
        boolean kept = text || name.equals(JarFile.MANIFEST_NAME);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try (InputStream in = zip.getInputStream(entry);
                OutputStream out = kept ? content : OutputStream.nullOutputStream()) {
            byte[] buffer = new byte[16_384];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                unpacked += read;
                if (unpacked > MOST_BYTES) {
                    return false;
                }
                if (content.size() <= MOST_TEXT) {
                    out.write(buffer, 0, read);
                }
            }
        }
        if (text) {
            text(name, content.toByteArray());
        } else if (kept) {
            manifest = content.toByteArray();
        }
        return true;
    }

    private void text(String name, byte[] content) {
        if (!ItemFiles.knows(name)) {
            defects.add(
                    name,
                    0,
                    "The hall does not know what this file is for; correct its name or leave it out.",
                    "大厅不知道这个文件做什么用，请改正名称或去掉。");
        } else if (content.length > MOST_TEXT) {
            readable = false;
            defects.add(
                    name,
                    0,
                    "The file is larger than " + MOST_TEXT + " bytes; make it smaller.",
                    "文件超过 " + MOST_TEXT + " 字节，请缩小。");
        } else {
            try {
                String text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(content))
                        .toString();
                texts.put(name, text.startsWith("\uFEFF") ? text.substring(1) : text);
            } catch (CharacterCodingException e) {
                readable = false;
                defects.add(name, 0, "The file is not in UTF-8; save it in that encoding.", "文件不是 UTF-8 编码，请用这种编码保存。");
            }
        }
    }
}
