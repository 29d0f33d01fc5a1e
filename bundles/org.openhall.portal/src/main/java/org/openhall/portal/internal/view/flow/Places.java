package org.openhall.portal.internal.view.flow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openhall.portal.internal.view.flow.Layers.Unit;

/** Where the units stand from left to right; all rows begin at the left edge, so that the ways of a simple procedure are one straight line. */
final class Places {

    private static final int GAP = 12;

    private final Format format;
    private final int content;
    private final Map<Unit, Place> places = new HashMap<>();

    /**
     * How much room there is.
     *
     * @param width of the picture
     * @param columns of single steps side by side
     * @param together columns of steps that are done at the same time
     * @param card width of a card that stands alone; with less than the whole width its ends stand beside it
     */
    record Format(int width, int columns, int together, int card) {

        /** For phones and narrow columns. */
        static final Format NARROW = new Format(300, 2, 1, 300);

        /** For wide columns. */
        static final Format WIDE = new Format(720, 3, 3, 380);
    }

    /**
     * One unit.
     *
     * @param unit what stands there
     * @param x left edge
     * @param width of it
     * @param last whether nothing stands to the right of it
     * @param beside whether its ends stand beside it instead of below
     */
    record Place(Unit unit, int x, int width, boolean last, boolean beside) {

        /** Where ways come in and go out. */
        int spine() {
            return x + CardFace.SPINE;
        }

        int right() {
            return x + width;
        }
    }

    Places(Layers layers, Format format, int content) {
        this.format = format;
        this.content = content;
        layers.rows().forEach(this::row);
    }

    private void row(List<Unit> row) {
        int count = row.size();
        boolean alone = count == 1 && !row.get(0).together();
        boolean beside = alone && format.card() < format.width();
        int width = beside ? format.card() : (content - (count - 1) * GAP) / count;
        for (int i = 0; i < count; i++) {
            places.put(row.get(i), new Place(row.get(i), i * (width + GAP), width, i == count - 1, beside));
        }
    }

    Place of(Unit unit) {
        return places.get(unit);
    }

    /** Right edge of everything but the lanes. */
    int content() {
        return content;
    }

    Format format() {
        return format;
    }
}
