package org.openhall.catalogue.internal.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openhall.catalogue.internal.testing.Did.ADMIN;
import static org.openhall.catalogue.internal.testing.Did.done;
import static org.openhall.catalogue.internal.testing.Did.not;
import static org.openhall.catalogue.internal.testing.Did.version;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhall.api.catalogue.Deployed;
import org.openhall.api.catalogue.Deployments;
import org.openhall.api.catalogue.Deployments.Reason;
import org.openhall.api.catalogue.Deployments.Recorded;
import org.openhall.api.catalogue.Deployments.Result;
import org.openhall.api.catalogue.Door;
import org.openhall.api.catalogue.Implementation;
import org.openhall.api.catalogue.Operator;
import org.openhall.api.forms.Defect;
import org.openhall.catalogue.internal.testing.ItemJarFile;
import org.openhall.catalogue.internal.testing.ParkingItem;
import org.openhall.catalogue.internal.testing.TestHall;
import org.openhall.storage.testing.TestStorage;

class RightsTest {

    private static final Operator TRAFFIC = of("anna", "traffic");
    private static final Operator FIRE = of("ben", "fire");

    private TestHall hall;
    private Deployments deployments;

    TestStorage storage() {
        return TestStorage.onH2();
    }

    @BeforeEach
    void open() {
        hall = TestHall.on(storage());
        deployments = hall.deployments();
    }

    @AfterEach
    void close() {
        hall.close();
    }

    private static Operator of(String name, String... departments) {
        return new Operator(Optional.of(7L), name, Optional.of(Set.of(departments)));
    }

    private Door.Entry offers(Operator by, ParkingItem item) {
        return hall.door().offer(ItemJarFile.in(hall.folder(), item), Door.Then.ACTIVATE, by);
    }

    private List<String> defects(Operator by, ParkingItem item) {
        Door.Entry entry = offers(by, item);
        assertThat(entry).isInstanceOf(Door.Refused.class);
        return ((Door.Refused) entry).defects().stream().map(Defect::toString).toList();
    }

    @Test
    void aDepartmentBringsItsOwnItemsAndNoOthers() {
        ParkingItem item = ParkingItem.first();
        assertThat(defects(FIRE, item))
                .singleElement()
                .satisfies(text -> assertThat(text)
                        .startsWith("OPENHALL-INF/item.yaml:" + item.line("serves:"))
                        .contains("Another department offers 'parking-permit'"));
        assertThat(hall.catalogue().versions("parking")).isEmpty();

        assertThat(offers(TRAFFIC, item)).isInstanceOf(Door.Entered.class);
        assertThat(defects(FIRE, item.version("1.1.0")))
                .anySatisfy(text -> assertThat(text).contains("'parking' is not of your departments"));
        // the very bytes that are here
        assertThat(defects(FIRE, item)).isNotEmpty();
    }

    @Test
    void whoseARowOfAListIsDecidesTheList() {
        fireChecks();
        ParkingItem both = ParkingItem.first().yaml("[parking-permit]", "[parking-permit, fire-check]");

        assertThat(defects(TRAFFIC, both))
                .singleElement()
                .satisfies(text -> assertThat(text).contains("'fire-check'"));
        assertThat(offers(of("both", "fire", "traffic"), both)).isInstanceOf(Door.Entered.class);
        assertThat(deployments.item("parking", ADMIN))
                .hasValueSatisfying(
                        found -> assertThat(found.departments()).containsExactlyInAnyOrder("fire", "traffic"));
        assertThat(deployments.item("parking", TRAFFIC)).isEmpty();
    }

    @Test
    void whatIsNotHisIsUnknownToAnOperator() {
        offers(TRAFFIC, ParkingItem.first());
        hall.keeps(ParkingItem.first().version("1.1.0"));

        assertThat(deployments.items(10, Optional.empty(), FIRE).entries()).isEmpty();
        assertThat(deployments.item("parking", FIRE)).isEmpty();
        assertThat(deployments.items(10, Optional.empty(), TRAFFIC).entries()).hasSize(1);
        List<Result> tried = List.of(
                deployments.activate("parking", version("1.1.0"), false, FIRE),
                deployments.plan(
                        "parking",
                        version("1.1.0"),
                        hall.storage().clock().instant().plus(Duration.ofDays(1)),
                        false,
                        FIRE),
                deployments.cancelPlan("parking", FIRE),
                deployments.rollback("parking", Optional.empty(), FIRE),
                deployments.retire("parking", Optional.of("1.0"), FIRE),
                deployments.withdraw("parking", "1.0", FIRE),
                deployments.restore("parking", "1.0", FIRE),
                deployments.reset("parking", "1.0", FIRE));
        assertThat(tried).allSatisfy(result -> assertThat(not(result)).isEqualTo(Reason.UNKNOWN));
        done(deployments.activate("parking", version("1.1.0"), false, TRAFFIC));
    }

    @Test
    void aLineOfTwoDepartmentsIsNotOneDepartmentsAloneAfterALaterLineLeftTheOtherOut() {
        fireChecks();
        Operator both = of("both", "fire", "traffic");
        offers(both, ParkingItem.first().yaml("[parking-permit]", "[parking-permit, fire-check]"));
        offers(both, ParkingItem.first().version("1.1.0"));
        hall.cases().on("1.0", 1, 0);
        done(deployments.retire("parking", Optional.of("1.0"), both));
        assertThat(deployments.item("parking", TRAFFIC)).isPresent();

        List<Result> tried = List.of(
                deployments.withdraw("parking", "1.0", TRAFFIC),
                deployments.restore("parking", "1.0", TRAFFIC),
                deployments.reset("parking", "1.0", TRAFFIC));
        assertThat(tried).allSatisfy(result -> assertThat(not(result)).isEqualTo(Reason.UNKNOWN));
        done(deployments.withdraw("parking", "1.1", TRAFFIC));
        done(deployments.withdraw("parking", "1.0", both));
    }

    @Test
    void nobodyClosesAnOpenLineOfAnotherDepartmentTogetherWithHisOwn() {
        fireChecks();
        Operator both = of("both", "fire", "traffic");
        offers(both, ParkingItem.first().yaml("[parking-permit]", "[parking-permit, fire-check]"));
        offers(both, ParkingItem.first().version("1.1.0"));
        hall.keeps(ParkingItem.first().version("1.2.0"));

        assertThat(List.of(
                        deployments.retire("parking", Optional.empty(), TRAFFIC),
                        deployments.retire("parking", Optional.of("1.1"), TRAFFIC),
                        deployments.activate("parking", version("1.2.0"), true, TRAFFIC),
                        deployments.rollback("parking", Optional.of(version("1.1.0")), TRAFFIC)))
                .allSatisfy(result -> assertThat(not(result)).isEqualTo(Reason.UNKNOWN));
        done(deployments.activate("parking", version("1.2.0"), true, both));
        done(deployments.retire("parking", Optional.empty(), TRAFFIC));
    }

    @Test
    void theRecordShowsEverybodyHisOwn() {
        offers(TRAFFIC, ParkingItem.first());
        defects(
                FIRE,
                ParkingItem.first()
                        .yaml("item: parking", "item: garage")
                        .header("OpenHall-Item", "garage")
                        .header("Bundle-SymbolicName", "test.garage"));

        assertThat(record(TRAFFIC)).containsExactly("ACTIVATED parking anna", "ENTERED parking anna");
        assertThat(record(FIRE)).containsExactly("REFUSED garage ben");
        assertThat(record(of("carl", "fire"))).containsExactly("REFUSED garage ben");
        assertThat(record(of("dora", "water"))).isEmpty();
        assertThat(record(ADMIN)).hasSize(3);
        assertThat(deployments
                        .record(Optional.of("parking"), 1, Optional.empty(), ADMIN)
                        .entries())
                .as("people are known by their account, since names are no keys")
                .allMatch(act -> act.doneBy(TRAFFIC) && !act.doneBy(ADMIN))
                .extracting(Deployments.Recorded::account)
                .containsExactly(Optional.of(7L));
    }

    @Test
    void recordAndItemsAreReadInPages() {
        hall.enters(ParkingItem.first());
        hall.enters(ParkingItem.first()
                .yaml("item: parking", "item: garage")
                .yaml("[parking-permit]", "[garage-permit]")
                .yaml("code: parking-permit", "code: garage-permit")
                .header("OpenHall-Item", "garage")
                .header("Bundle-SymbolicName", "test.garage"));

        for (Operator by : List.of(ADMIN, TRAFFIC)) {
            var first = deployments.items(1, Optional.empty(), by);
            assertThat(first.entries()).extracting(Deployed::item).containsExactly("garage");
            var second = deployments.items(1, first.next(), by);
            assertThat(second.entries()).extracting(Deployed::item).containsExactly("parking");
            assertThat(second.next()).isEmpty();
            var acts = deployments.record(Optional.empty(), 3, Optional.empty(), by);
            assertThat(acts.entries()).hasSize(3);
            var rest = deployments.record(Optional.empty(), 3, acts.next(), by);
            assertThat(rest.entries()).hasSize(1);
            assertThat(rest.next()).isEmpty();
        }
    }

    private List<String> record(Operator by) {
        return deployments.record(Optional.empty(), 100, Optional.empty(), by).entries().stream()
                .map((Recorded act) -> act.kind() + " " + act.item() + " " + act.by())
                .toList();
    }

    /** The fire brigade offers a check. */
    private void fireChecks() {
        hall.catalogue()
                .put(List.of(new Implementation(
                        "fire-1",
                        "fire-check",
                        "消防",
                        "fire",
                        "消防局",
                        "110000",
                        "北京市",
                        "",
                        List.of(),
                        List.of(),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        "",
                        Map.of())));
    }
}
