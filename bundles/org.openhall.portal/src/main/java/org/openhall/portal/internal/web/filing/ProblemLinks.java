package org.openhall.portal.internal.web.filing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhall.api.forms.Form.PageTitle;
import org.openhall.api.forms.Problem;

/** Problems of a whole application as lines of the error summary, each leading to the page and field or to the card where it is mended. */
final class ProblemLinks {

    private static final String MATERIALS = "/materials/";

    private final OpenDraft open;
    private final Map<String, FieldPlaces> pages = new LinkedHashMap<>();

    ProblemLinks(OpenDraft open) {
        this.open = open;
        for (PageTitle page : open.form().pages(open.effective(), open.language())) {
            pages.put(
                    page.id(),
                    FieldPlaces.on(open.form()
                            .page(page.id(), open.draft().answers(), open.known(), open.language(), List.of())));
        }
    }

    List<ErrorLine> lines(List<Problem> problems) {
        var lines = new ArrayList<ErrorLine>();
        problems.forEach(problem -> lines.add(line(problem)));
        return List.copyOf(lines);
    }

    private ErrorLine line(Problem problem) {
        Optional<String> material = material(problem.pointer());
        if (material.isPresent()) {
            return ErrorLine.elsewhere(
                    open.base() + "/materials#" + MaterialCards.id(material.get()), problem.message());
        }
        for (Map.Entry<String, FieldPlaces> page : pages.entrySet()) {
            Optional<String> id = page.getValue().of(problem.pointer());
            if (id.isPresent()) {
                return ErrorLine.elsewhere(open.page(page.getKey()) + "?fix#" + id.get(), problem.message());
            }
        }
        return ErrorLine.here("submit", problem.message());
    }

    private Optional<String> material(String pointer) {
        return pointer.startsWith(MATERIALS)
                ? Optional.of(pointer.substring(MATERIALS.length()))
                        .filter(code -> open.material(code).isPresent())
                : Optional.empty();
    }
}
