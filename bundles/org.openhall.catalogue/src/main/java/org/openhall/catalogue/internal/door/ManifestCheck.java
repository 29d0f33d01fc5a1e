package org.openhall.catalogue.internal.door;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.openhall.catalogue.internal.definition.Defects;

/** Holds the manifest of an item bundle against what an item may say there: code of its own, and nothing that reaches into the hall. */
final class ManifestCheck {

    /** The header that makes a bundle an item; its value is the item's key. */
    static final String ITEM = "OpenHall-Item";

    /** The header that makes a bundle an extension of an item; its value is the extension's key. */
    static final String EXTENSION = "OpenHall-Extension";

    private static final String KEY = "[a-z][a-z0-9-]{0,59}";

    private static final Map<String, Why> REFUSED = refused();

    private final Defects defects;
    private final String raw;
    private final Attributes headers;

    ManifestCheck(byte[] manifest, Defects defects) {
        this.defects = defects;
        raw = new String(manifest, StandardCharsets.UTF_8);
        headers = headers(manifest);
    }

    /** Why a header is refused. */
    private record Why(String english, String chinese) {}

    private static Map<String, Why> refused() {
        Map<String, Why> refused = new LinkedHashMap<>();
        refused.put("Export-Package", new Why("An item gives no packages to others", "事项不向别人提供包"));
        refused.put("Fragment-Host", new Why("An item is no fragment", "事项不是 fragment"));
        refused.put("DynamicImport-Package", new Why("An item says before it starts what it needs", "事项在启动以前说明需要什么"));
        refused.put("Require-Bundle", new Why("An item needs packages, no bundles", "事项需要的是包，不是 bundle"));
        refused.put("Bundle-Activator", new Why("An item registers rules and steps as components", "事项用组件登记规则和环节"));
        refused.put("Bundle-NativeCode", new Why("An item brings no native code", "事项不带本机代码"));
        return refused;
    }

    private Attributes headers(byte[] manifest) {
        try {
            return new Manifest(new ByteArrayInputStream(manifest)).getMainAttributes();
        } catch (IOException e) {
            defects.add(
                    JarFile.MANIFEST_NAME,
                    0,
                    "This is no manifest: " + e.getMessage() + "; build the bundle again.",
                    "这不是 manifest：" + e.getMessage() + "；请重新构建程序包。");
            return new Attributes();
        }
    }

    void check() {
        if (extension() && !header(ITEM).isEmpty()) {
            defect(
                    EXTENSION,
                    "A bundle is an item or an extension of one; leave one of the two headers out.",
                    "程序包要么是事项，要么是事项的扩展，两个头只留一个。");
        } else if (extension() && !item().matches(KEY)) {
            defect(
                    EXTENSION,
                    "The header " + EXTENSION + " is no name; set it to the key in extension.yaml.",
                    "头 " + EXTENSION + " 不是名称，请写 extension.yaml 里的标识。");
        } else if (!item().matches(KEY)) {
            defect(
                    ITEM,
                    "The header " + ITEM + " is missing or no name; set it to the key of the item in item.yaml.",
                    "缺少头 " + ITEM + "，或者它不是名称，请写 item.yaml 里事项的标识。");
        }
        if (!header("Bundle-ManifestVersion").equals("2")) {
            defect(
                    "Bundle-ManifestVersion",
                    "Bundle-ManifestVersion must be 2; build the bundle with bnd.",
                    "Bundle-ManifestVersion 必须是 2，请用 bnd 构建程序包。");
        }
        if (!bundle().matches("[A-Za-z0-9._-]{1,80}")) {
            defect(
                    "Bundle-SymbolicName",
                    "Bundle-SymbolicName is missing or longer than 80 characters; set one.",
                    "缺少 Bundle-SymbolicName，或者超过 80 个字符，请写一个。");
        }
        if (HeaderClauses.has(header("Bundle-SymbolicName"), "singleton:=true")) {
            defect(
                    "Bundle-SymbolicName",
                    "Versions of an item run side by side; leave 'singleton:=true' out of Bundle-SymbolicName.",
                    "一个事项的几个版本同时运行，请在 Bundle-SymbolicName 里去掉“singleton:=true”。");
        }
        if (!version().matches("(0|[1-9][0-9]{0,5})(\\.(0|[1-9][0-9]{0,5})){2}")) {
            defect(
                    "Bundle-Version",
                    "Bundle-Version must be major.minor.micro without more, such as 1.0.0.",
                    "Bundle-Version 必须是 主.次.微，不带别的，例如 1.0.0。");
        }
        REFUSED.forEach((name, why) -> {
            if (!header(name).isEmpty()) {
                defect(
                        name,
                        why.english() + "; leave the header " + name + " out.",
                        why.chinese() + "，请去掉头 " + name + "。");
            }
        });
        String classPath = header("Bundle-ClassPath");
        if (!classPath.isEmpty() && !classPath.strip().equals(".")) {
            defect(
                    "Bundle-ClassPath",
                    "An item has no jars inside; leave Bundle-ClassPath out.",
                    "事项里没有别的 jar，请去掉 Bundle-ClassPath。");
        }
        HeaderClauses.names(header("Import-Package")).stream()
                .filter(name -> !allowed(name))
                .forEach(name -> defect(
                        "Import-Package",
                        "An item may not use the package " + name
                                + "; it has Java's own java.*, org.openhall.item and org.slf4j.",
                        "事项不能用包 " + name + "；可以用 Java 自己的 java.*、org.openhall.item 和 org.slf4j。"));
    }

    /** The key of the item or extension, "" when the manifest does not say. */
    String item() {
        return header(extension() ? EXTENSION : ITEM);
    }

    /** Whether it is no item but extends one. */
    boolean extension() {
        return !header(EXTENSION).isEmpty();
    }

    String bundle() {
        String header = header("Bundle-SymbolicName");
        int more = header.indexOf(';');
        return (more < 0 ? header : header.substring(0, more)).strip();
    }

    String version() {
        return header("Bundle-Version");
    }

    private static boolean allowed(String name) {
        return name.startsWith("java.") || within(name, "org.openhall.item") || within(name, "org.slf4j");
    }

    private static boolean within(String name, String parent) {
        return name.equals(parent) || name.startsWith(parent + ".");
    }

    private String header(String name) {
        String value = headers.getValue(name);
        return value == null ? "" : value.strip();
    }

    private void defect(String header, String message, String chinese) {
        int line = 0;
        String[] lines = raw.split("\r\n|\r|\n");
        for (int i = 0; i < lines.length && line == 0; i++) {
            if (lines[i].toLowerCase(Locale.ROOT).startsWith(header.toLowerCase(Locale.ROOT) + ":")) {
                line = i + 1;
            }
        }
        defects.add(JarFile.MANIFEST_NAME, line, message, chinese);
    }
}
