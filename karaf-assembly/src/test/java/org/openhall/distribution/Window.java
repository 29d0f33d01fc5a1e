package org.openhall.distribution;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** One person's browser window: its own cookies, its own history. Remembers what went wrong in the page. */
final class Window implements AutoCloseable {

    private static final Path PICTURES = Path.of("target", "screenshots");

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    Window(BrowserContext context) {
        this.context = context;
        this.page = context.newPage();
        page.onPageError(error -> complaints.add("script: " + error));
        page.onConsoleMessage(message -> {
            if ("error".equals(message.type())) {
                complaints.add("console: " + message.text() + " at " + message.location());
            }
        });
    }

    Page page() {
        return page;
    }

    /** Goes to a path of the hall and insists that it is there. */
    Window visit(String path) {
        Response response = page.navigate(path);
        if (response.status() != 200) {
            throw new AssertionError("GET " + path + " → " + response.status() + "\n" + page.content());
        }
        return this;
    }

    /** Chooses language and skin, as the switches of the header do. */
    Window prefers(Hall hall, String language, String skin) {
        String address = hall.address().toString();
        context.addCookies(List.of(
                new Cookie("hall-lang", language).setUrl(address), new Cookie("hall-skin", skin).setUrl(address)));
        return this;
    }

    /** Keeps a picture of the whole page as {@code target/screenshots/<name>.png}. */
    Window picture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
        return this;
    }

    /** Insists that axe-core finds nothing serious or critical on this page. Needs a window with JavaScript. */
    Window accessible() {
        List<String> findings = new AxeBuilder(page)
                .setLegacyMode(true).analyze().getViolations().stream()
                        .filter(rule -> "serious".equals(rule.getImpact()) || "critical".equals(rule.getImpact()))
                        .map(Window::describe)
                        .toList();
        if (!findings.isEmpty()) {
            throw new AssertionError(page.url() + " is not accessible:\n" + String.join("\n", findings));
        }
        return this;
    }

    /** Insists that the page is not wider than the window. */
    Window fits() {
        int over = ((Number)
                        page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .intValue();
        if (over > 0) {
            throw new AssertionError(page.url() + " is " + over + " pixels wider than the window");
        }
        return this;
    }

    /** What pages wrote to the console as errors so far. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        context.close();
    }

    private static String describe(Rule rule) {
        return rule.getImpact() + " " + rule.getId() + ": " + rule.getHelp() + " at "
                + rule.getNodes().stream().limit(5).map(node -> node.getHtml()).toList();
    }
}
