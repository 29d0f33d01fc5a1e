package org.openhall.portal.internal.view;

import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.utility.DeepUnwrap;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.openhall.api.cases.ClockReading;

/** The functions that every template may call. */
final class TemplateFunctions {

    private TemplateFunctions() {}

    static Map<String, Object> of(Words words) {
        Map<String, Object> functions = new HashMap<>();
        functions.put("msg", (TemplateMethodModelEx) arguments -> {
            List<Object> values = unwrap(arguments);
            return words.text(
                    (String) values.get(0), values.subList(1, values.size()).toArray());
        });
        functions.put(
                "date",
                one(
                        Object.class,
                        moment -> moment instanceof LocalDate day ? words.date(day) : words.date((Instant) moment)));
        functions.put("dateTime", one(Instant.class, words::dateTime));
        functions.put("shortDate", one(Instant.class, words::shortDate));
        functions.put("time", one(Instant.class, words::time));
        functions.put("left", one(ClockReading.class, words::left));
        functions.put("dueState", one(ClockReading.class, words::dueState));
        functions.put("fileSize", one(Number.class, bytes -> words.fileSize(bytes.longValue())));
        return functions;
    }

    private static <T> TemplateMethodModelEx one(Class<T> type, Function<T, String> function) {
        return arguments -> {
            List<Object> values = unwrap(arguments);
            if (values.size() != 1 || !type.isInstance(values.get(0))) {
                throw new TemplateModelException("One " + type.getSimpleName() + " is expected here, not " + values);
            }
            return function.apply(type.cast(values.get(0)));
        };
    }

    private static List<Object> unwrap(List<?> arguments) throws TemplateModelException {
        Object[] values = new Object[arguments.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = DeepUnwrap.permissiveUnwrap((TemplateModel) arguments.get(i));
        }
        return java.util.Arrays.asList(values);
    }
}
