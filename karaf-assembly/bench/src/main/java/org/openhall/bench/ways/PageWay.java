package org.openhall.bench.ways;

import java.util.Map;
import java.util.Optional;
import org.openhall.bench.item.BenchItem;
import org.openhall.bench.item.ItemVersion;
import org.openhall.distribution.Answer;
import org.openhall.distribution.Hall;

/** Uses the pages for administrators: hands a bundle in, reads the report, then lets the version serve. */
public final class PageWay implements Way, Acts {

    private static final String ITEMS = "/admin/items";
    private static final String DEPLOY = "/admin/deploy";

    private final PageSession admin;

    public PageWay(Hall hall) {
        this.admin = PageSession.of(hall, "admin");
    }

    @Override
    public String name() {
        return "page";
    }

    @Override
    public Said offer(BenchItem item) {
        Answer report = admin.upload(DEPLOY, "then", "keep", item.key() + ".jar", item.jar());
        if (report.status() != 200) {
            return said(report, 200);
        }
        return act(item.key(), "activate", Map.of("version", item.version().toString(), "when", "now"));
    }

    @Override
    public Optional<Acts> acts() {
        return Optional.of(this);
    }

    @Override
    public Said rollback(String item, ItemVersion to) {
        return act(item, "rollback", Map.of("version", to.toString()));
    }

    @Override
    public Said retire(String item, String line) {
        return act(item, "retire", Map.of("line", line));
    }

    private Said act(String item, String act, Map<String, String> form) {
        String action = ITEMS + "/" + item + "/" + act;
        String about = form.containsKey("line") ? "line=" + form.get("line") : "version=" + form.get("version");
        return said(admin.send(action + "?" + about, action, form), 303);
    }

    private static Said said(Answer answer, int good) {
        return new Said(answer.status() == good, answer.toString());
    }
}
