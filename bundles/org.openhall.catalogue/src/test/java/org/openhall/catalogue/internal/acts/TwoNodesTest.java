package org.openhall.catalogue.internal.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openhall.catalogue.internal.testing.Did.ADMIN;
import static org.openhall.catalogue.internal.testing.Did.done;
import static org.openhall.catalogue.internal.testing.Did.not;
import static org.openhall.catalogue.internal.testing.Did.version;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhall.api.catalogue.Catalogue.Absence;
import org.openhall.api.catalogue.Deployments.Reason;
import org.openhall.api.catalogue.Door;
import org.openhall.catalogue.internal.testing.Did;
import org.openhall.catalogue.internal.testing.Eventually;
import org.openhall.catalogue.internal.testing.ItemJarFile;
import org.openhall.catalogue.internal.testing.ParkingItem;
import org.openhall.catalogue.internal.testing.TestHall;
import org.openhall.storage.testing.TestStorage;

class TwoNodesTest {

    private static final ParkingItem ONE = ParkingItem.first().says("one");

    private TestHall hall;
    private TestHall other;

    TestStorage storage() {
        return TestStorage.onH2();
    }

    @BeforeEach
    void open() {
        hall = TestHall.on(storage());
        other = hall.another();
    }

    @AfterEach
    void close() {
        other.close();
        hall.close();
    }

    @Test
    void twoNodesThatDeployAtOnceDoNotMoveALineBackwards() throws Exception {
        hall.enters(ONE);
        for (int micro = 1; micro < 9; micro += 2) {
            ParkingItem lower = ParkingItem.first().version("1.0." + micro).says("lower");
            ParkingItem higher =
                    ParkingItem.first().version("1.0." + (micro + 1)).says("higher");
            CompletableFuture<Door.Entered> here = CompletableFuture.supplyAsync(() -> hall.enters(higher));
            CompletableFuture<Door.Entered> there = CompletableFuture.supplyAsync(() -> other.enters(lower));
            here.get(20, TimeUnit.SECONDS);
            there.get(20, TimeUnit.SECONDS);
            for (TestHall node : new TestHall[] {hall, other}) {
                node.sync();
                assertThat(node.said("1.0.0")).containsExactly("higher");
                assertThat(new Did(node).taking()).isEqualTo("1.0." + (micro + 1));
            }
        }
    }

    @Test
    void twoNodesThatBringTheSameBundleAtOnceBothHaveIt() throws Exception {
        Path jar = ItemJarFile.in(hall.folder(), ONE);
        CompletableFuture<Door.Entry> here =
                CompletableFuture.supplyAsync(() -> hall.door().offer(jar, Door.Then.ACTIVATE, ADMIN));
        CompletableFuture<Door.Entry> there =
                CompletableFuture.supplyAsync(() -> other.door().offer(jar, Door.Then.ACTIVATE, ADMIN));

        assertThat(here.get(20, TimeUnit.SECONDS)).isInstanceOf(Door.Entered.class);
        assertThat(there.get(20, TimeUnit.SECONDS)).isInstanceOf(Door.Entered.class);

        for (TestHall node : new TestHall[] {hall, other}) {
            node.sync();
            assertThat(node.said("1.0.0")).containsExactly("one");
            assertThat(new Did(node).record()).containsExactly("ENTERED 1.0.0", "ACTIVATED 1.0.0");
        }
    }

    @Test
    void ofTwoItemsOfOneCodeThatTwoNodesBringAtOnceOneComesIn() throws Exception {
        ParkingItem garage = ParkingItem.first()
                .yaml("item: parking", "item: garage")
                .header("OpenHall-Item", "garage")
                .header("Bundle-SymbolicName", "test.garage");
        for (int turn = 0; turn < 4; turn++) {
            String code = "permit-" + turn;
            ParkingItem one = numbered(ParkingItem.first(), "parking", turn, code);
            ParkingItem two = numbered(garage, "garage", turn, code);
            CompletableFuture<Door.Entry> here = CompletableFuture.supplyAsync(() -> hall.offer(one));
            CompletableFuture<Door.Entry> there = CompletableFuture.supplyAsync(() -> other.offer(two));

            assertThat(Stream.of(here.get(20, TimeUnit.SECONDS), there.get(20, TimeUnit.SECONDS)))
                    .filteredOn(Door.Entered.class::isInstance)
                    .hasSize(1);
        }
    }

    /** An item of its own for each turn, which all serve one code. */
    private static ParkingItem numbered(ParkingItem item, String key, int turn, String code) {
        return item.yaml("item: " + key, "item: " + key + "-" + turn)
                .yaml("[parking-permit]", "[" + code + "]")
                .yaml("code: parking-permit", "code: " + code)
                .header("OpenHall-Item", key + "-" + turn)
                .header("Bundle-SymbolicName", "test." + key + turn);
    }

    @Test
    void anActOfOneNodeReachesTheOther() throws Throwable {
        hall.cases().on("1.0", 1, 0);
        hall.cases().on("1.1", 1, 0);
        hall.enters(ONE);
        other.enters(ParkingItem.first().version("1.1.0").says("two"));

        // this node has not seen 1.1 yet, and takes it back all the same
        done(hall.deployments().rollback("parking", Optional.empty(), ADMIN));
        other.sync();
        assertThat(new Did(other).taking()).isEqualTo("1.0.0");
        done(other.deployments().withdraw("parking", "1.1", ADMIN));
        hall.sync();
        assertThat(hall.catalogue().absence("parking", "1.1")).contains(Absence.WITHDRAWN);
        Eventually.holds(() -> assertThat(hall.itemBundles()).hasSize(1));
        done(hall.deployments().restore("parking", "1.1", ADMIN));
        other.sync();
        assertThat(other.said("1.1.0")).containsExactly("two");
        assertThat(not(other.deployments().rollback("parking", Optional.of(version("1.0.0")), ADMIN)))
                .isEqualTo(Reason.ALREADY);
    }

    @Test
    void aRowThatOneNodeChangedIsFiledByAtOnceAndShownByTheOtherWhenItLooks() {
        hall.enters(ONE);
        other.sync();
        assertThat(other.catalogue().implementation("parking-permit"))
                .hasValueSatisfying(row -> assertThat(row.promisedDays()).hasValue(3));

        hall.enters(ParkingItem.first().version("1.1.0").yaml("days: 3", "days: 2"));
        assertThat(hall.catalogue().implementation("parking-permit"))
                .hasValueSatisfying(row -> assertThat(row.promisedDays()).hasValue(2));
        assertThat(other.catalogue()
                        .implementations(Set.of("parking-permit"))
                        .get("parking-permit")
                        .promisedDays())
                .hasValue(2);
        other.sync();
        assertThat(other.catalogue().implementation("parking-permit"))
                .hasValueSatisfying(row -> assertThat(row.promisedDays()).hasValue(2));
    }

    @Test
    void whatOneNodeDrainedGoesFromTheOtherToo() throws Throwable {
        hall.enters(ONE);
        other.sync();
        assertThat(other.itemBundles()).hasSize(1);

        done(hall.deployments().retire("parking", Optional.empty(), ADMIN));
        other.tend();

        assertThat(new Did(other).states()).containsExactly("1.0 DRAINED");
        assertThat(new Did(other).record()).containsOnlyOnce("DRAINED 1.0.0");
        Eventually.holds(() -> assertThat(other.itemBundles()).isEmpty());
    }
}
