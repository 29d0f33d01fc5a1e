package org.openhall.portal.internal.web.desk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openhall.portal.internal.view.Words;

/** Addresses of the desk. */
final class DeskLinks {

    static final String DESK = "/desk";

    private DeskLinks() {}

    /** A link of the bar on top, of the way to the page, or of a message. */
    public record Link(String key, String href, String text) {}

    /** The bar on top. */
    static List<Link> bar(Words words) {
        return List.of(
                new Link("desk", DESK, words.text("layout.tasks")),
                new Link("done", list("", "done", "", ""), words.text("desk.nav.done")));
    }

    /** The list with its filters; what is empty or usual is left out. */
    static String list(String stage, String state, String words, String after) {
        String query = Stream.of(
                        pair("stage", stage),
                        pair("state", state.equals("open") ? "" : state),
                        pair("q", words),
                        pair("after", after))
                .filter(pair -> !pair.isEmpty())
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? DESK : DESK + "?" + query;
    }

    static String caseOf(String number) {
        return DESK + "/cases/" + encode(number);
    }

    static String fileOf(String number, long file) {
        return caseOf(number) + "?file=" + file;
    }

    static String documentOf(String number, String template) {
        return caseOf(number) + "/documents/" + encode(template);
    }

    private static String pair(String name, String value) {
        return value.isEmpty() ? "" : name + "=" + encode(value);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
