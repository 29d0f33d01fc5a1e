package org.openhall.testkit.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openhall.api.catalogue.ItemPages;
import org.openhall.api.forms.Defect;
import org.openhall.portal.internal.http.BundleFiles;
import org.openhall.storage.internal.JacksonJson;

/** Has axe-core look at pages in a real browser. The pages stay where they were written, to be opened by hand. */
final class Axe {

    private static final Pattern STATIC = Pattern.compile("/static/[0-9a-f]{20}/");
    private static final Pattern ANSWER = Pattern.compile("<pre id=\"axe-answer\"[^>]*>([A-Za-z0-9+/=]*)</pre>");
    private static final String ASK = """
            <script src="axe.min.js"></script>
            <script>
            window.addEventListener('load', function () {
              axe.run(document, {resultTypes: ['violations']}).then(function (result) {
                return {violations: result.violations.map(function (found) {
                  return {id: found.id, impact: found.impact, help: found.help,
                    at: found.nodes.slice(0, 3).map(function (node) { return node.target.join(' '); })};
                })};
              }, function (error) { return {failed: String(error)}; }).then(function (answer) {
                var place = document.createElement('pre');
                place.id = 'axe-answer';
                place.textContent = btoa(unescape(encodeURIComponent(JSON.stringify(answer))));
                document.body.appendChild(place);
              });
            });
            </script>
            """;

    private final Browser browser;
    private final Path folder;

    /** Writes the pages into a folder. */
    Axe(Browser browser, Path folder) throws IOException {
        this.browser = browser;
        this.folder = folder;
        Path files = Files.createDirectories(folder.resolve("static"));
        for (Map.Entry<String, byte[]> file : BundleFiles.of("static").entrySet()) {
            Files.write(files.resolve(file.getKey()), file.getValue());
        }
        try (InputStream script = Axe.class.getResourceAsStream("/axe.min.js")) {
            if (script == null) {
                throw new IOException("axe-core is not on the class path");
            }
            Files.write(folder.resolve("axe.min.js"), script.readAllBytes());
        }
    }

    /** What is serious or critical on a page, which is what the hall's own pages are held to. */
    List<Defect> look(ItemPages.Page page) throws IOException {
        String html = STATIC.matcher(page.html()).replaceAll("static/");
        Files.writeString(folder.resolve(page.name() + ".html"), html);
        Path asked = folder.resolve(page.name() + ".axe.html");
        Files.writeString(asked, html.replace("</body>", ASK + "</body>"));
        Matcher answer = ANSWER.matcher(browser.dump(asked));
        if (!answer.find()) {
            throw new IOException("The browser gave no answer about " + asked);
        }
        Map<String, Object> found = new JacksonJson()
                .object(new String(Base64.getDecoder().decode(answer.group(1)), StandardCharsets.UTF_8));
        if (found.containsKey("failed")) {
            throw new IOException("axe-core failed on " + asked + ": " + found.get("failed"));
        }
        List<Defect> defects = new ArrayList<>();
        for (Object violation : (List<?>) found.get("violations")) {
            Map<?, ?> said = (Map<?, ?>) violation;
            if ("serious".equals(said.get("impact")) || "critical".equals(said.get("impact"))) {
                defects.add(new Defect(
                        page.name() + ".html",
                        0,
                        said.get("help") + " (" + said.get("id") + ", " + said.get("impact") + ") at " + said.get("at")
                                + "; mend the texts or the form, the page lies in " + folder + ".",
                        "页面的无障碍检查没有通过（" + said.get("id") + "，" + said.get("impact") + "）：" + said.get("at")
                                + "；请改正文字或表单，页面在 " + folder + "。"));
            }
        }
        return defects;
    }
}
