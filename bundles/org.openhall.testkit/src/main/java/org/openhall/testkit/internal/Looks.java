package org.openhall.testkit.internal;

import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.openhall.api.forms.Defect;
import org.openhall.catalogue.internal.definition.Check;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.MultipleFailuresError;

/** A report as tests: one a check, with one failure a defect. */
public final class Looks {

    /** Set to {@code required} where a missing browser shall fail the build. */
    public static final String AXE = "openhall.axe";

    private final Report report;
    private final Path pages;
    private final Path work;

    /**
     * Shows a report.
     *
     * @param report to be shown
     * @param pages where its pages are written
     * @param work where the browser may keep files
     */
    public Looks(Report report, Path pages, Path work) {
        this.report = report;
        this.pages = pages;
        this.work = work;
    }

    /** All checks in order, at last what only a browser sees. */
    public Stream<DynamicNode> nodes() {
        return Stream.concat(Arrays.stream(Check.values()).map(this::test), Stream.of(accessible()));
    }

    private DynamicTest test(Check check) {
        return dynamicTest(check.title(), () -> {
            if (!report.made(check)) {
                abort("not looked at while something before it is wrong");
            }
            fail(report.of(check));
        });
    }

    private DynamicNode accessible() {
        String title = "the pages are accessible (axe)";
        if (report.pages().isEmpty()) {
            return dynamicTest(title, () -> abort("there are no pages while something before them is wrong"));
        }
        Optional<Browser> browser = Browser.find(System.getenv(), work);
        if (browser.isEmpty()) {
            return dynamicTest(title, Looks::missing);
        }
        return dynamicContainer(
                title,
                report.pages().stream()
                        .map(page -> dynamicTest(page.name(), () -> fail(new Axe(browser.get(), pages).look(page)))));
    }

    private static void missing() {
        if ("required".equals(System.getProperty(AXE))) {
            throw new AssertionFailedError(Browser.MISSING + ".");
        }
        abort(Browser.MISSING + "; -D" + AXE + "=required makes this a failure.");
    }

    /** One failure a defect. */
    static void fail(List<Defect> defects) {
        List<AssertionFailedError> failures = defects.stream()
                .map(defect -> new AssertionFailedError(defect.toString()))
                .toList();
        if (failures.size() == 1) {
            throw failures.get(0);
        }
        if (!failures.isEmpty()) {
            throw new MultipleFailuresError(failures.size() + " defects", failures);
        }
    }

    /** Where the files of an item lie that is being built: the folder on the class path with its definition. */
    public static Path classes(ClassLoader loader) throws IOException {
        List<Path> found = Collections.list(loader.getResources("OPENHALL-INF/item.yaml")).stream()
                .filter(url -> url.getProtocol().equals("file"))
                .map(url -> Path.of(URI.create(url.toString())).getParent().getParent())
                .toList();
        if (found.size() != 1) {
            throw new AssertionFailedError(
                    found.isEmpty()
                            ? "There is no OPENHALL-INF/item.yaml among the classes of this build; put it into"
                                    + " src/main/resources."
                            : "There is more than one OPENHALL-INF/item.yaml among the classes of this build: " + found
                                    + "; leave one.");
        }
        return found.get(0);
    }
}
