package org.openhall.api.catalogue;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * One row of an implementation list (实施清单): an item as one department in one region offers it. What stands here overrides the guide.
 *
 * @param code implementation code, unique
 * @param catalogueCode shared by implementations of the same item; may be empty
 * @param name of the item
 * @param departmentCode who is responsible
 * @param department its name
 * @param regionCode where
 * @param region its name
 * @param powerType 行政许可, 公共服务 …; may be empty
 * @param subjects who may apply, as the source says
 * @param themes as the source says
 * @param promisedDays working days, when given
 * @param statutoryDays working days, when given
 * @param visits how often one must come, when given
 * @param item key of the active item that serves it; empty when it cannot be filed online
 * @param more other facts by name: conditions, window, phone, hours, materials …
 */
public record Implementation(
        String code,
        String catalogueCode,
        String name,
        String departmentCode,
        String department,
        String regionCode,
        String region,
        String powerType,
        List<String> subjects,
        List<String> themes,
        OptionalInt promisedDays,
        OptionalInt statutoryDays,
        OptionalInt visits,
        String item,
        Map<String, Object> more) {

    /**
     * Whether it can be filed here.
     *
     * @return true when an active item serves it
     */
    public boolean online() {
        return !item.isEmpty();
    }
}
