package org.openhall.portal.internal;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.openhall.api.catalogue.Implementation;
import org.openhall.api.catalogue.ItemList;

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

    public List<ItemList.Facet> themes(int limit) {
        return List.of(new ItemList.Facet("交通出行", "交通出行", 12));
    }

    public List<Implementation> popular(int limit) {
        return List.of(PARKING);
    }
}
