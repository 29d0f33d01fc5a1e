package org.openhall.testkit;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openhall.api.forms.Defect;
import org.openhall.testkit.internal.JarOf;
import org.openhall.testkit.internal.Workbench;

/**
 * Makes a bundle of an item without Java: reads a folder with {@code OPENHALL-INF}, or that folder itself, checks all that the door checks and
 * writes the jar. The same files make the same bytes.
 */
public final class Pack {

    private static final String USAGE = """
            Usage: %s FOLDER [-o JAR] [-n NAME]

              FOLDER   holds OPENHALL-INF with item.yaml, or is that folder
              -o JAR   the bundle to write (default: <item>-<version>.jar here); --out says the same
              -n NAME  symbolic name of the bundle (default: item.<item>); an item keeps the one it first came with
            """;

    private static final String DEFINITION = "OPENHALL-INF/item.yaml";

    private final PrintStream out;
    private String wrong = "";
    private Optional<Path> folder = Optional.empty();
    private Optional<Path> target = Optional.empty();
    private Optional<String> name = Optional.empty();

    private Pack(PrintStream out) {
        this.out = out;
    }

    /** Ends with 0 when the jar was written, 1 when the item has defects, 2 when it was called wrongly. */
    public static void main(String[] arguments) throws IOException {
        // the kit's own silence about logs is nothing to tell an author
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        int code = run(List.of(arguments), System.out);
        System.out.flush();
        System.exit(code);
    }

    /**
     * The same without ending the process.
     *
     * @param arguments of the command
     * @param out where defects are told, as {@code file:line: message}, one a line
     * @return what the process would end with
     * @throws IOException when files cannot be read or written
     */
    public static int run(List<String> arguments, PrintStream out) throws IOException {
        String usage = USAGE.formatted(System.getProperty("openhall.command", "pack"));
        if (arguments.contains("-h") || arguments.contains("--help")) {
            out.print(usage);
            return 0;
        }
        Pack pack = new Pack(out);
        if (!pack.understands(new ArrayDeque<>(arguments))) {
            out.println(pack.wrong);
            out.print(usage);
            return 2;
        }
        return pack.run(pack.folder.orElseThrow());
    }

    private boolean understands(Deque<String> arguments) {
        while (!arguments.isEmpty()) {
            String argument = arguments.pop();
            boolean out = argument.equals("-o") || argument.equals("--out");
            if ((out || argument.equals("-n")) && arguments.isEmpty()) {
                wrong = argument + " needs a value.";
            } else if (out) {
                target = Optional.of(Path.of(arguments.pop()));
            } else if (argument.equals("-n")) {
                name = Optional.of(arguments.pop());
            } else if (argument.startsWith("-")) {
                wrong = "There is no option " + argument + ".";
            } else if (folder.isPresent()) {
                wrong = "One folder only: " + argument;
            } else {
                folder = Optional.of(Path.of(argument));
            }
        }
        if (wrong.isEmpty() && folder.isEmpty()) {
            wrong = "Which folder?";
        }
        return wrong.isEmpty();
    }

    /** What the author may have meant instead of a folder with a definition. */
    private static String instead(Path given) {
        if (!Files.exists(given)) {
            return "There is no such folder.";
        }
        if (!Files.isDirectory(given)) {
            return "This is a file; name the folder that holds OPENHALL-INF.";
        }
        return Files.exists(given.resolve("pom.xml"))
                ? "This is a Maven project; build it there with mvn package, which checks the same and makes its bundle."
                : "There is no item.yaml here or in OPENHALL-INF below; describe the item in it.";
    }

    private int run(Path given) throws IOException {
        Path inner = given.resolve("OPENHALL-INF");
        Path content = Files.isDirectory(inner) ? inner : given;
        if (!Files.isRegularFile(content.resolve("item.yaml"))) {
            out.println(given + ": " + instead(given));
            return 1;
        }
        SortedMap<String, byte[]> files = new TreeMap<>();
        JarOf.files(content).forEach((path, bytes) -> files.put("OPENHALL-INF/" + path, bytes));
        String yaml = new String(files.get(DEFINITION), StandardCharsets.UTF_8);
        String item = value(yaml, "item");
        String version = value(yaml, "version");
        files.put(JarFile.MANIFEST_NAME, manifest(item, version));
        try (Workbench workbench = Workbench.open()) {
            Path jar = workbench.folder().resolve("item.jar");
            JarOf.write(jar, files);
            List<Defect> defects = workbench.look(jar).defects();
            if (!defects.isEmpty()) {
                told(defects).forEach(out::println);
                return 1;
            }
            Path written = target.orElse(Path.of(item + "-" + version + ".jar")).toAbsolutePath();
            Files.createDirectories(written.getParent());
            Files.copy(jar, written, StandardCopyOption.REPLACE_EXISTING);
            out.println(item + " " + version + ": " + written);
            return 0;
        }
    }

    /** The manifest is made of item.yaml; what is wrong with it is only told when nothing else is. */
    private static List<Defect> told(List<Defect> defects) {
        List<Defect> written = defects.stream()
                .filter(defect -> !defect.file().equals(JarFile.MANIFEST_NAME))
                .toList();
        return written.isEmpty() ? defects : written;
    }

    /** A word at the top of the definition; "" when it is not there in so plain a form, about which the checks have more to say. */
    private static String value(String yaml, String key) {
        Matcher line = Pattern.compile("(?m)^" + key + ":[ \\t]*[\"']?([A-Za-z0-9._-]+)[\"']?[ \\t]*(#.*)?$")
                .matcher(yaml);
        return line.find() ? line.group(1) : "";
    }

    private byte[] manifest(String item, String version) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", name.orElse("item." + item));
        main.putValue("Bundle-Version", version);
        main.putValue("OpenHall-Item", item);
        return JarOf.manifest(manifest);
    }
}
