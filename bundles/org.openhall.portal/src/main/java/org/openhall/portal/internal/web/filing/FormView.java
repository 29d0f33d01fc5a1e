package org.openhall.portal.internal.web.filing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.openhall.api.forms.Form.PageTitle;
import org.openhall.api.forms.PageModel;
import org.openhall.api.forms.Problem;

/** What a page of the form shows, and where it stands among the others. */
final class FormView {

    private final OpenDraft open;
    private final List<PageTitle> all;

    FormView(OpenDraft open) {
        this.open = open;
        this.all = open.form().pages(open.effective(), open.language());
    }

    Map<String, Object> model(Map<String, Object> common, String page, List<Problem> problems) {
        PageModel model = open.form().page(page, open.draft().answers(), open.known(), open.language(), problems);
        int position = position(page);
        Map<String, Object> data = new HashMap<>(common);
        data.put("steps", StepBar.at(StepBar.Step.FORM, open));
        data.put("page", model);
        data.put(
                "part",
                all.size() > 1 && position >= 0 ? open.words().text("filing.form.part", position + 1, all.size()) : "");
        data.put("action", open.page(page));
        data.put("errors", FieldPlaces.lines(model, problems, "step"));
        data.put("next", nextWords(position));
        data.put("back", position > 0 ? open.page(all.get(position - 1).id()) : open.base());
        return data;
    }

    /** The address after a page that is all right. */
    String after(String page) {
        int position = position(page);
        return last(position)
                ? open.base() + (open.asksMaterials() ? "/materials" : "/check")
                : open.page(all.get(position + 1).id());
    }

    private String nextWords(int position) {
        if (!last(position)) {
            return open.words().text("filing.form.nextPage");
        }
        return open.words().text(open.asksMaterials() ? "filing.form.toMaterials" : "filing.form.toCheck");
    }

    /** Also when the page is not among those shown. */
    private boolean last(int position) {
        return position < 0 || position + 1 >= all.size();
    }

    private int position(String page) {
        return IntStream.range(0, all.size())
                .filter(i -> all.get(i).id().equals(page))
                .findFirst()
                .orElse(-1);
    }
}
