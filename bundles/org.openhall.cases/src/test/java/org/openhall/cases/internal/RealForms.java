package org.openhall.cases.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhall.api.forms.Form;
import org.openhall.api.forms.Forms.Good;
import org.openhall.api.users.Directory;
import org.openhall.forms.internal.JsonForms;

/** Forms as items bring them, compiled by the hall's own compiler. */
final class RealForms {

    private static final Directory NOWHERE = new Directory() {
        @Override
        public Optional<Region> region(String code) {
            return Optional.empty();
        }

        @Override
        public List<Region> below(String parent) {
            return List.of();
        }

        @Override
        public Optional<Department> department(String code) {
            return Optional.empty();
        }

        @Override
        public void put(List<Region> regions, List<Department> departments) {
            throw new UnsupportedOperationException("No test imports");
        }

        @Override
        public Map<String, String> departmentNames() {
            return Map.of();
        }
    };

    private RealForms() {}

    /**
     * A form of one page.
     *
     * @param questions each as name, schema, options of its control, and its words
     */
    static Form of(List<Question> questions) {
        Map<String, String> texts = new LinkedHashMap<>(Map.of("page.all.title", "全部"));
        StringBuilder properties = new StringBuilder();
        StringBuilder controls = new StringBuilder();
        for (Question question : questions) {
            String comma = properties.isEmpty() ? "" : ",";
            properties
                    .append(comma)
                    .append('"')
                    .append(question.name())
                    .append("\":")
                    .append(question.schema());
            controls.append(comma)
                    .append("{\"type\":\"Control\",\"scope\":\"#/properties/")
                    .append(question.name())
                    .append("\",\"options\":")
                    .append(question.options())
                    .append('}');
            texts.put("field." + question.name() + ".label", question.words());
        }
        String schema = "{\"type\":\"object\",\"additionalProperties\":false,\"properties\":{" + properties + "}}";
        String ui = "{\"type\":\"Categorization\",\"elements\":[{\"type\":\"Category\",\"i18n\":\"all\",\"elements\":["
                + controls + "]}]}";
        var compiled = new JsonForms(NOWHERE).compile("s.json", schema, "u.json", ui, Map.of("zh", texts, "en", texts));
        if (compiled instanceof Good good) {
            return good.form();
        }
        throw new AssertionError(compiled.toString());
    }

    /**
     * A question.
     *
     * @param name of the property
     * @param schema of the answer
     * @param options of the control
     * @param words as it is asked
     */
    record Question(String name, String schema, String options, String words) {

        static Question text(String name, String words) {
            return new Question(name, "{\"type\":\"string\"}", "{}", words);
        }
    }
}
