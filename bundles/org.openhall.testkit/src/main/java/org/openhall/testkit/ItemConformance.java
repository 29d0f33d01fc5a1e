package org.openhall.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.openhall.testkit.internal.JarOf;
import org.openhall.testkit.internal.Looks;
import org.openhall.testkit.internal.Report;
import org.openhall.testkit.internal.Workbench;

/**
 * What the hall's door checks of an item, in the item's own build. Extend it, with nothing else to write:
 *
 * <pre>{@code
 * class ParkingConformanceTest extends ItemConformance {}
 * }</pre>
 *
 * <p>It packs the classes of the build as they are, with the manifest that bnd wrote there, and looks at them as the door does: definition,
 * form, steps, texts, templates, guide, pages, samples, then, in a framework, services and rules. Every check is a test; every defect is a
 * failure that names file, line and mend. At last each page is shown to axe-core in a Chromium, which the door cannot do; without a browser that
 * is skipped, or fails with {@code -Dopenhall.axe=required}. The drawn pages lie in {@code target/conformance}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ItemConformance {

    private Workbench workbench;

    /**
     * The checks.
     *
     * @return one test each
     * @throws IOException when the classes of the build cannot be read
     */
    @TestFactory
    public final Stream<DynamicNode> itemConforms() throws IOException {
        Path classes = Looks.classes(getClass().getClassLoader());
        workbench = Workbench.open();
        Path jar = workbench.folder().resolve("item.jar");
        JarOf.write(jar, JarOf.files(classes));
        Report report = workbench.look(jar);
        Path pages = Files.createDirectories(classes.resolveSibling("conformance"));
        return new Looks(report, pages, workbench.folder()).nodes();
    }

    /** Ends the framework. */
    @AfterAll
    public final void close() {
        if (workbench != null) {
            workbench.close();
        }
    }
}
