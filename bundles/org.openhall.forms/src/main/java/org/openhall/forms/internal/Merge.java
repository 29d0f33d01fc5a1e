package org.openhall.forms.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhall.api.forms.PageModel.Control;
import org.openhall.api.users.Directory.Region;
import org.openhall.forms.internal.Element.Ask;

/** Takes over what one page posted. */
final class Merge {

    private final RegionTree regions;
    private final Map<String, List<String>> posted;

    Merge(RegionTree regions, Map<String, List<String>> posted) {
        this.regions = regions;
        this.posted = posted;
    }

    /** Changes the values by what was posted for these questions; a known one cannot be typed. */
    void into(Map<String, Object> values, List<Ask> asks, String prefix) {
        for (Ask ask : asks) {
            String name = prefix + String.join(".", ask.place().path());
            if (ask.known()) {
                continue;
            }
            if (ask.place().kind() == Kind.ROWS) {
                rows(values, ask, name);
            } else {
                plain(values, ask, name);
            }
        }
    }

    private void plain(Map<String, Object> values, Ask ask, String name) {
        Place place = ask.place();
        if (ask.control() == Control.DATE && (has(name + "-y") || has(name + "-m") || has(name + "-d"))) {
            String year = first(name + "-y");
            String month = first(name + "-m");
            String day = first(name + "-d");
            boolean none = year.isBlank() && month.isBlank() && day.isBlank();
            set(values, place, none ? Optional.empty() : Optional.of(Typed.date(year, month, day)));
        } else if (ask.control() == Control.REGION && has(name + "-0")) {
            set(values, place, region(ask, name));
        } else if (place.kind() == Kind.CHOICES && has(name)) {
            List<Object> chosen = new ArrayList<>();
            posted.get(name).stream()
                    .filter(value -> !value.isEmpty())
                    .distinct()
                    .limit(500)
                    .forEach(chosen::add);
            set(values, place, chosen.isEmpty() ? Optional.empty() : Optional.of(chosen));
        } else if (ask.control() == Control.CHECKBOX && has(name)) {
            set(values, place, Optional.of(posted.get(name).contains("true")));
        } else if (has(name)) {
            set(values, place, Typed.answer(place, first(name), ask.control() == Control.TEXTAREA));
        }
    }

    /** The lowest code that still lies below the one chosen above it. */
    private Optional<Object> region(Ask ask, String name) {
        String above = ask.options().root();
        for (int level = 0; level < ask.options().levels(); level++) {
            String code = first(name + "-" + level).strip();
            Optional<Region> region = code.matches("[0-9]{2,12}")
                    ? regions.below(above).stream()
                            .filter(below -> below.code().equals(code))
                            .findFirst()
                    : Optional.empty();
            if (region.isEmpty()) {
                break;
            }
            above = code;
        }
        return above.equals(ask.options().root()) ? Optional.empty() : Optional.of(above);
    }

    private void rows(Map<String, Object> values, Ask ask, String name) {
        if (posted.keySet().stream()
                .noneMatch(key -> key.startsWith(name + ".")
                        || key.equals("add:" + name)
                        || key.startsWith("remove:" + name + ":"))) {
            return;
        }
        int most = ask.place().mostRows();
        List<Object> rows =
                new ArrayList<>(Tree.list(Tree.get(values, ask.place().path())));
        for (int i = 0; i < most && i <= rows.size(); i++) {
            String prefix = name + "." + i + ".";
            if (posted.keySet().stream().anyMatch(key -> key.startsWith(prefix))) {
                Map<String, Object> row = i < rows.size() ? Tree.copy(Tree.row(rows.get(i))) : new LinkedHashMap<>();
                into(row, ask.row().asks(), prefix);
                if (i < rows.size()) {
                    rows.set(i, row);
                } else {
                    rows.add(row);
                }
            }
        }
        if (has("add:" + name) && rows.size() < most) {
            rows.add(new LinkedHashMap<String, Object>());
        }
        for (int i = rows.size() - 1; i >= 0; i--) {
            if (has("remove:" + name + ":" + i)) {
                rows.remove(i);
            }
        }
        set(values, ask.place(), rows.isEmpty() ? Optional.empty() : Optional.of(rows));
    }

    private boolean has(String name) {
        return posted.containsKey(name);
    }

    private String first(String name) {
        List<String> values = posted.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.get(0);
    }

    private static void set(Map<String, Object> values, Place place, Optional<Object> answer) {
        if (answer.isPresent()) {
            Tree.put(values, place.path(), answer.get());
        } else {
            Tree.remove(values, place.path());
        }
    }
}
