package org.openhall.portal.internal.web.public_;

import java.util.List;
import java.util.Map;
import org.openhall.api.catalogue.ItemList;
import org.openhall.portal.internal.view.Pages;
import org.openhall.portal.internal.view.Words;

/**
 * Themes of the national item lists: which have a symbol, which are events of a life or a business, and how they are called. A theme the
 * hall has no words for keeps its own name.
 */
final class Themes {

    /** Events first, in the order of a life. */
    private static final List<String> EVENTS = List.of("生小孩", "升学", "找工作", "创业", "结婚", "迁居", "买房子", "退休");

    private static final Map<String, String> ICONS = Map.ofEntries(
            Map.entry("生小孩", "emoji-smile"),
            Map.entry("升学", "mortarboard"),
            Map.entry("找工作", "briefcase"),
            Map.entry("创业", "shop"),
            Map.entry("结婚", "heart"),
            Map.entry("迁居", "truck"),
            Map.entry("买房子", "house-door"),
            Map.entry("退休", "sunrise"),
            Map.entry("文化体育", "palette"),
            Map.entry("交通出行", "bus-front"),
            Map.entry("职业资格", "award"),
            Map.entry("出境入境", "airplane"),
            Map.entry("规划建设", "rulers"),
            Map.entry("教育科研", "book"),
            Map.entry("人才", "person-badge"),
            Map.entry("社会保障（社会保险、社会救助）", "shield-check"),
            Map.entry("司法公证", "bank"),
            Map.entry("纳税", "receipt"),
            Map.entry("就业创业", "search-heart"),
            Map.entry("公用事业", "droplet"),
            Map.entry("医疗卫生", "hospital"),
            Map.entry("证件办理", "person-badge"),
            Map.entry("环保绿化", "tree"),
            Map.entry("外国人", "globe2"),
            Map.entry("城市综合执法", "megaphone"),
            Map.entry("准营准办", "patch-check"));

    /** As drawn: an event has a line of text, a theme a count. */
    public record Tile(String name, String text, String icon, String href, long count) {}

    private final Words words;
    private final Pages pages;
    private final String language;

    Themes(Pages pages, Words words, String language) {
        this.pages = pages;
        this.words = words;
        this.language = language;
    }

    /** The events that have items. */
    List<Tile> events(List<ItemList.Facet> themes) {
        return EVENTS.stream()
                .flatMap(event -> themes.stream().filter(theme -> theme.value().equals(event)))
                .map(this::tile)
                .toList();
    }

    /** The largest themes that are no events. */
    List<Tile> themes(List<ItemList.Facet> themes, int limit) {
        return themes.stream()
                .filter(theme -> !EVENTS.contains(theme.value()))
                .limit(limit)
                .map(this::tile)
                .toList();
    }

    /** What a theme is called in this language. */
    String name(String theme) {
        return has("theme." + theme) ? words.text("theme." + theme) : theme;
    }

    private Tile tile(ItemList.Facet theme) {
        String line = "theme." + theme.value() + ".text";
        return new Tile(
                name(theme.value()),
                has(line) ? words.text(line) : "",
                ICONS.getOrDefault(theme.value(), "grid"),
                Address.of("/items").with("theme", theme.value()).toString(),
                theme.count());
    }

    private boolean has(String key) {
        return pages.texts().has(language, key);
    }
}
