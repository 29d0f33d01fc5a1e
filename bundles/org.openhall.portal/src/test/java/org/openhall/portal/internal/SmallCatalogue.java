package org.openhall.portal.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.openhall.api.catalogue.Implementation;
import org.openhall.api.catalogue.ItemList;
import org.openhall.api.catalogue.ItemQuery;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.api.paging.Page;

/** A catalogue with one entry, for pages. */
public final class SmallCatalogue {

    /** The entry. */
    public static final Implementation PARKING = new Implementation(
            "p-1",
            "",
            "停车位申请 <b>",
            "d-1",
            "交通局",
            "341600",
            "亳州市",
            "行政许可",
            List.of("自然人"),
            List.of("交通出行"),
            OptionalInt.of(10),
            OptionalInt.empty(),
            OptionalInt.of(0),
            "parking",
            Map.of());

    /** One that stands only in the list. */
    public static final Implementation LIBRARY = new Implementation(
            "l-1",
            "",
            "借书证办理",
            "d-2",
            "图书馆",
            "341600",
            "亳州市",
            "公共服务",
            List.of("自然人"),
            List.of(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.of(1),
            "",
            Map.of("window", "光明路 1 号", "materials", List.of("身份证")));

    /** What was looked for last. */
    public ItemQuery asked;

    public ItemList search(ItemQuery query) {
        asked = query;
        return new ItemList(
                new Page<>(List.of(PARKING, LIBRARY), Optional.of("more")),
                2,
                Map.of("theme", List.of(new ItemList.Facet("交通出行", "交通出行", 1), new ItemList.Facet("纳税", "纳税", 0))));
    }

    public Optional<Implementation> implementation(String code) {
        return Stream.of(PARKING, LIBRARY)
                .filter(item -> item.code().equals(code))
                .findAny();
    }

    /** By what rows that nothing serves could be filed last. */
    public Optional<ItemVersion> former = Optional.empty();

    public Optional<ItemVersion> former(Implementation row) {
        return former;
    }

    public Optional<ItemVersion> active(String item) {
        return Optional.empty();
    }

    public Optional<ItemVersion> serving(String item, String line) {
        return Optional.empty();
    }

    public List<ItemList.Facet> themes(int limit) {
        return List.of(new ItemList.Facet("交通出行", "交通出行", 12));
    }

    public List<Implementation> popular(int limit) {
        return List.of(PARKING);
    }
}
