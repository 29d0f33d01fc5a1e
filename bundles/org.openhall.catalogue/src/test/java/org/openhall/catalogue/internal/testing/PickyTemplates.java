package org.openhall.catalogue.internal.testing;

import java.util.List;
import org.openhall.api.catalogue.DocumentTemplates;
import org.openhall.api.forms.Defect;

/** Takes every template but those in which {@code ${nobody}} stands. */
public final class PickyTemplates implements DocumentTemplates {

    @Override
    public List<Defect> check(String file, String template) {
        List<String> lines = template.lines().toList();
        return lines.stream()
                .filter(line -> line.contains("${nobody}"))
                .map(line -> new Defect(
                        file,
                        lines.indexOf(line) + 1,
                        "This cannot be drawn: there is no 'nobody'.",
                        "不能生成：没有“nobody”。"))
                .toList();
    }
}
