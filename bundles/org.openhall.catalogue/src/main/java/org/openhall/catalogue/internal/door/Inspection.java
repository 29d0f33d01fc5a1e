package org.openhall.catalogue.internal.door;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhall.api.catalogue.DocumentTemplates;
import org.openhall.api.catalogue.ItemPages;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.api.forms.Forms;
import org.openhall.api.json.Json;
import org.openhall.catalogue.internal.definition.Check;
import org.openhall.catalogue.internal.definition.Defects;
import org.openhall.catalogue.internal.definition.Extension;
import org.openhall.catalogue.internal.definition.ExtensionReader;
import org.openhall.catalogue.internal.definition.ItemFiles;
import org.openhall.catalogue.internal.definition.Sample;
import org.openhall.catalogue.internal.definition.SampleReader;
import org.openhall.catalogue.internal.definition.VersionReader;

/** Everything about an item bundle that shows before its code runs. The door and the build of the item's author look with these eyes. */
public final class Inspection {

    private static final int LONGEST_DEFINITION = 1_000_000;

    private final VersionReader reader;
    private final DocumentTemplates templates;
    private final ItemPages pages;
    private final Json json;

    /** Looks with these. */
    public Inspection(Forms forms, DocumentTemplates templates, ItemPages pages, Json json) {
        this.reader = new VersionReader(forms);
        this.templates = templates;
        this.pages = pages;
        this.json = json;
    }

    /**
     * What was found.
     *
     * @param said what the manifest says it is; may be nonsense
     * @param version present when it can be read
     * @param extension what it is when it is no item
     * @param bundle symbolic name
     * @param definition raw, for the database
     * @param lines where paths stand in {@code item.yaml}
     * @param samples those that can be read
     * @param pages drawn for nobody
     * @param defects all of them
     */
    public record Found(
            Named said,
            Optional<ItemVersion> version,
            Optional<Extension> extension,
            String bundle,
            String definition,
            Map<String, Integer> lines,
            List<Sample> samples,
            List<ItemPages.Page> pages,
            Defects defects) {}

    /**
     * What a manifest says.
     *
     * @param item key; "" when it does not say
     * @param version full; "" when it does not say
     */
    public record Named(String item, String version) {}

    /** What tells the bytes of a bundle from all others. */
    public static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /**
     * Looks at a jar.
     *
     * @param file not kept open
     * @param sha256 of its bytes
     * @throws IOException when it cannot be read at all
     */
    public Found inspect(Path file, String sha256) throws IOException {
        Defects defects = new Defects();
        return new JarReader(defects.by(Check.BUNDLE))
                .read(file)
                .map(jar -> jar.readable()
                        ? inspect(jar, sha256, defects)
                        : unreadable(new Named(jar.item(), jar.version()), defects))
                .orElseGet(() -> unreadable(new Named("", ""), defects));
    }

    private static Found unreadable(Named said, Defects defects) {
        return new Found(said, Optional.empty(), Optional.empty(), "", "", Map.of(), List.of(), List.of(), defects);
    }

    private Found inspect(ItemJar jar, String sha256, Defects defects) {
        ItemFiles files = jar.files();
        String definition = files.text(json);
        if (definition.length() > LONGEST_DEFINITION) {
            defects.add(
                    ItemFiles.FOLDER,
                    0,
                    "The definition is longer than a million characters; make it shorter.",
                    "定义超过一百万个字符，请缩短。");
        }
        if (jar.extension()) {
            ExtensionReader.Reading reading = ExtensionReader.offered(files, sha256, jar.item(), jar.version());
            defects.addAll(reading.found());
            return new Found(
                    new Named(jar.item(), jar.version()),
                    reading.extension().map(Extension::version),
                    reading.extension(),
                    files.bundle(),
                    definition,
                    reading.lines(),
                    List.of(),
                    List.of(),
                    defects);
        }
        if (files.extend()) {
            defects.by(Check.BUNDLE)
                    .add(
                            ItemFiles.EXTENSION,
                            0,
                            "An item has no such file; leave it out, or set the header OpenHall-Extension.",
                            "事项没有这个文件；请去掉，或者写上头 OpenHall-Extension。");
        }
        VersionReader.Reading reading = reader.offered(files, sha256, jar.item(), jar.version(), templates);
        defects.addAll(reading.found());
        List<Sample> samples = new SampleReader(json, defects.by(Check.SAMPLES)).read(files);
        List<ItemPages.Page> drawn = reading.version()
                .map(version -> tryOut(version, samples, defects))
                .orElse(List.of());
        return new Found(
                new Named(jar.item(), jar.version()),
                reading.version(),
                Optional.empty(),
                files.bundle(),
                definition,
                reading.lines(),
                samples,
                drawn,
                defects);
    }

    private List<ItemPages.Page> tryOut(ItemVersion version, List<Sample> samples, Defects defects) {
        samples.forEach(sample -> new SampleTrial(version, sample, defects.by(Check.SAMPLES)).check());
        ItemPages.Drawn drawn = pages.draw(
                version,
                samples.stream().filter(Sample::accepted).map(Sample::answers).toList());
        defects.by(Check.PAGES).addAll(drawn.defects());
        return drawn.pages();
    }
}
