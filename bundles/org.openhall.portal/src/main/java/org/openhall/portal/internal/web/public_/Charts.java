package org.openhall.portal.internal.web.public_;

import freemarker.template.TemplateModel;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.portal.internal.view.Pages;
import org.openhall.portal.internal.view.Words;
import org.openhall.portal.internal.view.flow.FlowChart;
import org.openhall.portal.internal.view.flow.Passage;

/** The flow charts of guides, each drawn once for all who read it: nothing in it depends on who does. */
final class Charts {

    /** Charts that are kept, of some ten thousand characters each. */
    private static final int KEPT = 200;

    private final Pages pages;
    private final UnaryOperator<String> department;

    private final Map<String, Drawn> drawn = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Drawn> eldest) {
            return size() > KEPT;
        }
    };

    /**
     * Has drawn nothing yet.
     *
     * @param department name of a department by its code; "" for an unknown one
     */
    Charts(Pages pages, UnaryOperator<String> department) {
        this.pages = pages;
        this.department = department;
    }

    /** A chart with what it was drawn from. */
    private record Drawn(ItemVersion version, Map<String, String> departments, TemplateModel chart) {}

    /** The chart of a version, as it stands in a page. */
    TemplateModel of(ItemVersion version, Words words) {
        String key = words.language() + " " + version.definition().item();
        Drawn last;
        synchronized (drawn) {
            last = drawn.get(key);
        }
        if (last == null || !last.version.equals(version) || !sameNames(last.departments)) {
            last = draw(version, words);
            synchronized (drawn) {
                drawn.put(key, last);
            }
        }
        return last.chart;
    }

    private Drawn draw(ItemVersion version, Words words) {
        Map<String, String> departments = new HashMap<>();
        FlowChart chart =
                FlowChart.of(version, words, code -> departments.computeIfAbsent(code, department), Passage.none());
        return new Drawn(version, departments, pages.part(words, "flow", Map.of("chart", chart)));
    }

    private boolean sameNames(Map<String, String> departments) {
        return departments.entrySet().stream()
                .allMatch(known -> department.apply(known.getKey()).equals(known.getValue()));
    }
}
