package org.openhall.portal.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.openhall.portal.internal.FakeHall;
import org.openhall.portal.internal.PortalUnderTest;
import org.openhall.portal.internal.view.Texts;

class OpenApiTest {

    private final Map<String, Object> description = PortalUnderTest.json().object(new OpenApiResource().describe());

    @Test
    void theDescriptionNamesExactlyTheCallsThatExist() {
        var described = new TreeSet<String>();
        at("paths")
                .forEach((path, operations) -> ((Map<?, ?>) operations)
                        .keySet()
                        .forEach(method ->
                                described.add(method.toString().toUpperCase(java.util.Locale.ROOT) + " " + path)));

        assertThat(described).isEqualTo(existing());
    }

    @Test
    void everyPathParameterIsDescribed() {
        at("paths")
                .forEach((path, operations) -> ((Map<?, ?>) operations).forEach((method, operation) -> {
                    List<String> named = new ArrayList<>();
                    for (Object parameter : (List<?>) ((Map<?, ?>) operation).get("parameters")) {
                        if ("path".equals(((Map<?, ?>) parameter).get("in"))) {
                            named.add((String) ((Map<?, ?>) parameter).get("name"));
                        }
                    }
                    List<String> inPath = Pattern.compile("\\{([a-z]+)}")
                            .matcher(path)
                            .results()
                            .map(MatchResult::group)
                            .map(name -> name.substring(1, name.length() - 1))
                            .toList();
                    assertThat(named).as(method + " " + path).containsExactlyInAnyOrderElementsOf(inPath);
                }));
    }

    @Test
    void everySchemaThatIsNamedIsThere() {
        var named = new TreeSet<String>();
        Pattern.compile("#/components/schemas/([A-Za-z]+)")
                .matcher(new OpenApiResource().describe())
                .results()
                .forEach(found -> named.add(found.group(1)));
        Map<?, ?> components = (Map<?, ?>) description.get("components");

        assertThat(named).isNotEmpty();
        assertThat(((Map<?, ?>) components.get("schemas"))
                        .keySet().stream().map(Object::toString).toList())
                .containsAll(named);
    }

    private static TreeSet<String> existing() {
        var existing = new TreeSet<String>();
        for (Object resource : Api.resources(new FakeHall().services(), Texts.load(true))) {
            String base = resource.getClass().getAnnotation(Path.class).value();
            for (Method method : resource.getClass().getMethods()) {
                for (Annotation annotation : method.getAnnotations()) {
                    HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
                    if (verb != null) {
                        Path own = method.getAnnotation(Path.class);
                        String path = base + (own == null ? "" : "/" + own.value());
                        existing.add(verb.value() + " "
                                + path.substring(Api.BASE.length()).replaceAll("\\{([a-z]+):[^/]*}}?", "{$1}"));
                    }
                }
            }
        }
        return existing;
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> at(String member) {
        return (Map<String, Object>) description.get(member);
    }
}
