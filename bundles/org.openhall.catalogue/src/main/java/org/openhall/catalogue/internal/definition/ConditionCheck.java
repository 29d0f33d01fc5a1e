package org.openhall.catalogue.internal.definition;

import java.util.Map;
import java.util.Set;
import org.openhall.api.catalogue.ItemDefinition;
import org.openhall.api.catalogue.ItemDefinition.MaterialSpec;
import org.openhall.api.forms.Form;
import org.openhall.item.Answers;

/** Looks whether the conditions of the materials ask for what the form really has. */
final class ConditionCheck {

    private ConditionCheck() {}

    static void check(ItemDefinition definition, Form form, Map<String, Integer> lines, Defects defects) {
        Set<String> pointers = form.pointers().keySet();
        for (MaterialSpec material : definition.materials()) {
            if (material.when().isEmpty()) {
                continue;
            }
            String path = "materials." + material.code() + ".when";
            int line = lines.getOrDefault(path, 0);
            String scope = String.valueOf(material.when().get("scope"));
            String pointer = pointer(scope);
            if (pointers.stream().noneMatch(known -> known.equals(pointer) || known.startsWith(pointer + "/"))) {
                defects.add(
                        ItemFiles.YAML,
                        line,
                        "The form has no '" + scope + "'; name a field as '#/properties/<field>'.",
                        "表单没有“" + scope + "”，请按“#/properties/<字段>”写明字段。");
                continue;
            }
            try {
                form.holds(material.when(), Answers.none());
            } catch (IllegalArgumentException e) {
                defects.add(
                        ItemFiles.YAML,
                        line,
                        "'" + path + "' is no condition: " + e.getMessage(),
                        "“" + path + "”不是条件：" + e.getMessage());
            }
        }
    }

    /** The scope of a UI schema as a pointer into the answers; something no form has when it is none. */
    private static String pointer(String scope) {
        if (!scope.matches("#(/properties/[^/]+)+")) {
            return "no pointer";
        }
        return scope.substring(1).replaceAll("/properties/([^/]+)", "/$1");
    }
}
