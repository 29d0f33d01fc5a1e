package org.openhall.users.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openhall.api.users.Directory.Department;
import org.openhall.api.users.Directory.Region;
import org.openhall.storage.testing.TestStorage;

class LiveDirectoryTest {

    private static final Region PROVINCE = new Region("35", "福建省", "");
    private static final Region CITY = new Region("3501", "福州市", "35");
    private static final Department BUREAU = new Department("cg", "城市管理局", "3501");

    private final TestStorage storage = TestStorage.onH2();
    private final LiveDirectory here = directory();

    private LiveDirectory directory() {
        return new LiveDirectory(storage.transactions(), storage.database(), storage.clock());
    }

    @AfterEach
    void close() {
        storage.close();
    }

    @Test
    void whatWasPutIsFound() {
        here.put(List.of(PROVINCE, CITY), List.of(BUREAU));

        assertThat(here.region("3501")).contains(CITY);
        assertThat(here.below("")).containsExactly(PROVINCE);
        assertThat(here.below("35")).containsExactly(CITY);
        assertThat(here.below("3501")).isEmpty();
        assertThat(here.department("cg")).contains(BUREAU);
        assertThat(here.departmentNames()).isEqualTo(Map.of("cg", "城市管理局"));
        assertThat(here.region("99")).isEmpty();
    }

    @Test
    void aNewNameReplacesTheOldOneOnEveryNode() {
        here.put(List.of(PROVINCE, CITY), List.of(BUREAU));
        LiveDirectory there = directory();
        storage.clock().advance(Duration.ofMinutes(10));
        var renamed = new Department("cg", "城市管理和综合执法局", "3501");
        here.put(List.of(CITY), List.of(renamed, new Department("sc", "市场监督管理局", "3501")));
        assertThat(there.department("cg")).contains(BUREAU);

        there.refresh();

        assertThat(there.department("cg")).contains(renamed);
        assertThat(there.departmentNames()).hasSize(2);
        assertThat(directory().department("cg")).contains(renamed);
    }

    @Test
    void whatWasWrittenWithALateClockIsReadToo() {
        LiveDirectory there = directory();
        storage.clock().advance(Duration.ofSeconds(-60));
        here.put(List.of(PROVINCE), List.of());
        storage.clock().advance(Duration.ofSeconds(60));

        there.refresh();

        assertThat(there.region("35")).contains(PROVINCE);
    }

    @Test
    void aRolledBackChangeIsNotSeen() {
        assertThatThrownBy(() -> storage.transactions().run(() -> {
                    here.put(List.of(PROVINCE), List.of());
                    throw new IllegalArgumentException("no");
                }))
                .hasMessage("no");

        assertThat(here.region("35")).isEmpty();
    }
}
