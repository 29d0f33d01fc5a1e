package org.openhall.distribution;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The browser of this machine, driven by Playwright. Not for several threads. */
final class Chromium implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 15_000;

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Starts the browser; {@code ./hall test} installs it where it is missing. */
    static Chromium start() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        var arguments = new ArrayList<>(List.of("--disable-gpu", "--disable-background-networking", "--no-first-run"));
        if ("root".equals(System.getProperty("user.name"))) {
            arguments.add("--no-sandbox");
        }
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Chromium(
                playwright,
                playwright
                        .chromium()
                        .launch(new LaunchOptions()
                                .setExecutablePath(executable())
                                .setArgs(arguments)));
    }

    /** Opens a window on a hall, with JavaScript, 1280 pixels wide, in Chinese. */
    Window window(Hall hall) {
        return window(hall, 1280, true);
    }

    /** Opens a window on a hall. */
    Window window(Hall hall, int width, boolean javaScript) {
        var context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(hall.address().toString())
                .setViewportSize(width, width < 600 ? 844 : 900)
                .setJavaScriptEnabled(javaScript)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai"));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        return new Window(context);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Path executable() {
        Optional<Path> found =
                List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome").stream()
                        .map(Path::of)
                        .filter(Files::isExecutable)
                        .findFirst();
        return found.orElseThrow(
                () -> new IllegalStateException("no browser; on Debian: apt-get install chromium fonts-noto-cjk"));
    }
}
