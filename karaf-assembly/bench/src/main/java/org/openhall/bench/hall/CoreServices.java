package org.openhall.bench.hall;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.openhall.distribution.Hall;

/** The services of the core bundles at one moment, each with the number it was registered under. */
public record CoreServices(Set<String> services) {

    /** Asks a running hall. */
    public static CoreServices of(Hall hall) {
        try {
            Path folder = Files.createTempDirectory("witness");
            Path jar = agent(folder.resolve("witness.jar"));
            Path said = folder.resolve("services");
            VirtualMachine machine = VirtualMachine.attach("" + hall.pid());
            try {
                machine.loadAgent(jar.toString(), said.toString());
            } finally {
                machine.detach();
            }
            List<String> lines = Files.readAllLines(said);
            Files.delete(said);
            Files.delete(jar);
            Files.delete(folder);
            if (lines.size() < 2 || !lines.get(lines.size() - 1).equals("end")) {
                throw new IllegalStateException("no services were told: " + lines);
            }
            return new CoreServices(new TreeSet<>(lines.subList(0, lines.size() - 1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (AttachNotSupportedException | AgentLoadException | AgentInitializationException e) {
            throw new IllegalStateException("the hall's services cannot be seen", e);
        }
    }

    /** Those that went away until then, even if others of the same kind came in their place. */
    public Set<String> gone(CoreServices later) {
        var gone = new TreeSet<>(services);
        gone.removeAll(later.services);
        return gone;
    }

    private static Path agent(Path jar) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Agent-Class", Witness.class.getName());
        String code = Witness.class.getName().replace('.', '/') + ".class";
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                InputStream bytes = Witness.class.getClassLoader().getResourceAsStream(code)) {
            out.putNextEntry(new JarEntry(code));
            bytes.transferTo(out);
            out.closeEntry();
        }
        return jar;
    }
}
