package org.openhall.demo.internal;

import java.util.List;
import org.openhall.api.users.Directory.Department;
import org.openhall.api.users.Directory.Region;

/** The regions the demo hall serves, down to the county, with codes of GB/T 2260. */
final class DemoRegions {

    private DemoRegions() {}

    static List<Region> all() {
        return List.of(
                new Region("340000", "安徽省", ""),
                new Region("440000", "广东省", ""),
                new Region("510000", "四川省", ""),
                new Region("341600", "亳州市", "340000"),
                new Region("440100", "广州市", "440000"),
                new Region("511600", "广安市", "510000"),
                new Region("341602", "谯城区", "341600"),
                new Region("341621", "涡阳县", "341600"),
                new Region("341622", "蒙城县", "341600"),
                new Region("341623", "利辛县", "341600"),
                new Region("511602", "广安区", "511600"));
    }

    static List<Department> departments() {
        return List.of(new Department("sample-341600-urban-management", "亳州市城管执法局", "341600"));
    }
}
