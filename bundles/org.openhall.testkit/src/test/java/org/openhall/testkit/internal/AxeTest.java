package org.openhall.testkit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.api.catalogue.ItemPages;
import org.openhall.api.forms.Defect;

class AxeTest {

    @TempDir
    private Path folder;

    @Test
    void aPageWithAnInputThatNobodyCanNameIsRefused() throws IOException {
        Optional<Browser> browser = Browser.find(System.getenv(), folder);
        assumeTrue(browser.isPresent(), Browser.MISSING);
        Axe axe = new Axe(browser.get(), folder);

        assertThat(axe.look(page("bad", "<input name=\"plate\">")))
                .singleElement()
                .extracting(Defect::toString)
                .asString()
                .startsWith("bad.html: ")
                .contains("label");
        assertThat(axe.look(page("good", "<label>Plate <input name=\"plate\"></label>")))
                .isEmpty();
    }

    @Test
    void withoutABrowserThereIsNone() {
        assertThat(Browser.find(Map.of("PATH", folder.toString()), folder)).isEmpty();
        assertThat(Browser.find(Map.of("CHROME", folder.resolve("chrome").toString()), folder))
                .isEmpty();
    }

    private static ItemPages.Page page(String name, String body) {
        return new ItemPages.Page(
                name,
                "<!DOCTYPE html><html lang=\"en\"><head><title>Car</title></head><body><main><h1>Car</h1>" + body
                        + "</main></body></html>");
    }
}
