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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhall.api.catalogue.Catalogue;
import org.openhall.api.catalogue.Deployments;
import org.openhall.api.catalogue.Deployments.NotDone;
import org.openhall.api.catalogue.Deployments.Reason;
import org.openhall.api.catalogue.Door;
import org.openhall.api.catalogue.Implementation;
import org.openhall.catalogue.internal.store.VersionTable;
import org.openhall.catalogue.internal.testing.Did;
import org.openhall.catalogue.internal.testing.ItemJarFile;
import org.openhall.catalogue.internal.testing.ParkingItem;
import org.openhall.catalogue.internal.testing.TestHall;
import org.openhall.storage.testing.TestStorage;

class PointersTest {

    private static final ParkingItem ONE = ParkingItem.first().rule("plate", says("one"));
    private static final ParkingItem TWO = ParkingItem.first().version("1.1.0").rule("plate", says("two"));

    private TestHall hall;
    private Did did;
    private Deployments deployments;
    private Catalogue catalogue;

    TestStorage storage() {
        return TestStorage.onH2();
    }

    @BeforeEach
    void open() {
        hall = TestHall.on(storage());
        did = new Did(hall);
        deployments = hall.deployments();
        catalogue = hall.catalogue();
        hall.cases().on("1.0", 3, 1);
        hall.cases().on("1.1", 2, 0);
    }

    @AfterEach
    void close() {
        hall.close();
    }

    static String says(String word) {
        return "return List.of(Finding.flags(\"/plate\", \"plate.bad\", \"" + word + "\"));";
    }

    @Test
    void aRefusedBundleIsRecordedWhateverItCallsItsFiles() {
        List<String> defects = hall.refused(ONE, Map.of("OPENHALL-INF/odd\0na\rme", new byte[1]));

        assertThat(did.record()).containsExactly("REFUSED 1.0.0");
        assertThat(deployments
                        .record(Optional.of("parking"), 1, Optional.empty(), ADMIN)
                        .entries()
                        .get(0)
                        .report())
                .hasSameSizeAs(defects)
                .anySatisfy(line -> assertThat(line).contains("OPENHALL-INF/odd na me"));
    }

    @Test
    void aKeptVersionTakesFilingsWhenItIsActivatedAndDraftsOfTheOldHaveTheirDay() {
        hall.enters(ONE);
        hall.keeps(TWO);
        assertThat(did.states()).containsExactly("1.1 WAITING", "1.0 TAKING");

        assertThat(done(deployments.activate("parking", version("1.1.0"), false, ADMIN)))
                .contains("New filings go to 1.1.0.");

        assertThat(did.states()).containsExactly("1.1 TAKING", "1.0 ACCEPTING");
        assertThat(did.parking().before()).contains(version("1.0.0"));
        assertThat(did.line("1.0").acceptsUntil())
                .contains(hall.storage().clock().instant().plus(Duration.ofHours(24)));
        assertThat(did.line("1.0").cases()).isEqualTo(3);
        assertThat(did.line("1.0").drafts()).isEqualTo(1);
        assertThat(hall.said("1.0.0")).containsExactly("one");
        assertThat(hall.said("1.1.0")).containsExactly("two");
        hall.storage().clock().advance(Duration.ofHours(24));
        assertThat(did.states()).containsExactly("1.1 TAKING", "1.0 DRAINING");
        assertThat(did.record())
                .containsExactly("ENTERED 1.0.0", "ACTIVATED 1.0.0", "ENTERED 1.1.0", "ACTIVATED 1.1.0");
        assertThat(not(deployments.activate("parking", version("1.1.0"), false, ADMIN)))
                .isEqualTo(Reason.ALREADY);
    }

    @Test
    void theGuideOfWhatNothingServesAnyMoreIsTheOneThatWasServedLast() {
        hall.enters(ONE);
        hall.enters(TWO);
        Implementation row = catalogue.implementation("parking-permit").orElseThrow();
        assertThat(catalogue.former(row)).isEmpty();
        assertThat(catalogue.acceptsUntil("parking", "1.0"))
                .contains(hall.storage().clock().instant().plus(Duration.ofHours(24)));
        assertThat(catalogue.acceptsUntil("parking", "1.1")).isEmpty();

        done(deployments.rollback("parking", Optional.empty(), ADMIN));
        done(deployments.retire("parking", Optional.empty(), ADMIN));
        row = catalogue.implementation("parking-permit").orElseThrow();
        assertThat(row.online()).isFalse();
        assertThat(catalogue.former(row))
                .hasValueSatisfying(last -> assertThat(last.version()).isEqualTo(version("1.0.0")));
        assertThat(catalogue.acceptsUntil("parking", "1.0")).isEmpty();
    }

    @Test
    void afterAHardStopEarlierDraftsAreNotFiledAndACorrectionDoesNotOpenThemAgain() {
        hall.enters(ONE);
        hall.keeps(TWO);

        done(deployments.activate("parking", version("1.1.0"), true, ADMIN));
        assertThat(catalogue.accepts("parking", "1.0")).isFalse();
        assertThat(did.states()).containsExactly("1.1 TAKING", "1.0 DRAINING");

        hall.enters(ParkingItem.first().version("1.0.1").rule("plate", says("one more")));
        assertThat(hall.said("1.0.0")).containsExactly("one more");
        assertThat(catalogue.accepts("parking", "1.0")).isFalse();
    }

    @Test
    void aHardStopCanFollowAnActivation() {
        hall.enters(ONE);
        hall.enters(TWO);
        assertThat(catalogue.accepts("parking", "1.0")).isTrue();

        done(deployments.activate("parking", version("1.1.0"), true, ADMIN));

        assertThat(catalogue.accepts("parking", "1.0")).isFalse();
        assertThat(did.parking().before()).contains(version("1.0.0"));
    }

    @Test
    void aMicroIsTakenBackWhileCasesOfItsLineAreOpen() {
        hall.enters(ONE);
        hall.enters(ParkingItem.first().version("1.0.1").rule("plate", says("wrong")));
        assertThat(hall.said("1.0.0")).containsExactly("wrong");

        done(deployments.rollback("parking", Optional.empty(), ADMIN));

        assertThat(did.taking()).isEqualTo("1.0.0");
        assertThat(hall.said("1.0.0")).containsExactly("one");
        assertThat(hall.said("1.0.1")).containsExactly("one");
        assertThat(did.line("1.0").cases()).isEqualTo(3);
        assertThat(not(deployments.rollback("parking", Optional.empty(), ADMIN)))
                .isEqualTo(Reason.NOTHING_BEFORE);
        done(deployments.activate("parking", version("1.0.1"), false, ADMIN));
        assertThat(hall.said("1.0.0")).containsExactly("wrong");
    }

    @Test
    void aMinorIsTakenBackAndItsOpenCasesGoOn() {
        hall.enters(ONE);
        hall.enters(TWO);

        assertThat(done(deployments.rollback("parking", Optional.empty(), ADMIN)))
                .contains("New filings go to 1.0.0.", "Line 1.1 takes nothing new; its open cases go on.");

        assertThat(did.states()).containsExactly("1.1 DRAINING", "1.0 TAKING");
        assertThat(catalogue.active("parking"))
                .hasValueSatisfying(version -> assertThat(version).hasToString("parking 1.0.0"));
        assertThat(catalogue.accepts("parking", "1.1")).isFalse();
        assertThat(hall.said("1.1.0")).containsExactly("two");
        // mended, it takes filings again, and drafts of 1.0 have their day
        hall.enters(ParkingItem.first().version("1.1.1").rule("plate", says("mended")));
        assertThat(did.states()).containsExactly("1.1 TAKING", "1.0 ACCEPTING");
        assertThat(did.record()).endsWith("ROLLED_BACK 1.0.0", "ENTERED 1.1.1", "ACTIVATED 1.1.1");
    }

    @Test
    void goingBackTwiceGoesBackTwoSteps() {
        hall.enters(ONE);
        hall.enters(TWO);
        hall.enters(ParkingItem.first().version("1.2.0"));

        done(deployments.rollback("parking", Optional.empty(), ADMIN));
        assertThat(did.taking()).isEqualTo("1.1.0");
        done(deployments.rollback("parking", Optional.empty(), ADMIN));
        assertThat(did.taking()).isEqualTo("1.0.0");
        assertThat(not(deployments.rollback("parking", Optional.empty(), ADMIN)))
                .isEqualTo(Reason.NOTHING_BEFORE);
        done(deployments.rollback("parking", Optional.of(version("1.2.0")), ADMIN));
        assertThat(did.taking()).isEqualTo("1.2.0");
    }

    @Test
    void aRetiredItemTakesNothingAndIsNoLongerOfferedOnlineUntilItIsActivatedAgain() {
        hall.enters(ONE);
        hall.enters(TWO);

        assertThat(done(deployments.retire("parking", Optional.empty(), ADMIN)))
                .contains("Nothing takes new filings of this item.");
        assertThat(catalogue.active("parking")).isEmpty();
        assertThat(catalogue.implementation("parking-permit"))
                .hasValueSatisfying(row -> assertThat(row.online()).isFalse());
        assertThat(hall.said("1.0.0")).containsExactly("one");
        assertThat(not(deployments.retire("parking", Optional.empty(), ADMIN))).isEqualTo(Reason.ALREADY);

        assertThat(did.parking().before()).contains(version("1.1.0"));
        done(deployments.activate("parking", version("1.1.0"), false, ADMIN));
        assertThat(did.states()).containsExactly("1.1 TAKING", "1.0 DRAINING");
        assertThat(catalogue.implementation("parking-permit"))
                .map(Implementation::online)
                .contains(true);
    }

    @Test
    void whenALineIsRetiredOnlyALineWhoseTimeIsNotOverTakesItsPlace() {
        hall.enters(ONE);
        hall.enters(TWO);
        done(deployments.retire("parking", Optional.of("1.1"), ADMIN));
        assertThat(did.taking()).isEqualTo("1.0.0");

        hall.enters(ParkingItem.first().version("1.2.0"));
        hall.cases().on("1.2", 1, 0);
        hall.storage().clock().advance(Duration.ofDays(2));
        done(deployments.retire("parking", Optional.of("1.2"), ADMIN));
        assertThat(did.taking()).isEmpty();
        assertThat(did.states()).containsExactly("1.2 DRAINING", "1.1 DRAINING", "1.0 DRAINING");
    }

    @Test
    void aVersionThatDoesNotStartIsNotActivatedAndNothingChanges() {
        hall.enters(ONE);
        hall.keeps(TWO);
        hall.loseBytes("1.1.0");

        assertThat(not(deployments.activate("parking", version("1.1.0"), true, ADMIN)))
                .isEqualTo(Reason.DOES_NOT_START);

        assertThat(did.states()).containsExactly("1.1 WAITING", "1.0 TAKING");
        assertThat(catalogue.accepts("parking", "1.0")).isTrue();
        assertThat(hall.itemBundles()).hasSize(1);
        assertThat(did.record()).doesNotContain("ACTIVATED 1.1.0");
    }

    @Test
    void aCodeThatAnotherItemServesMeanwhileKeepsTheItemOut() {
        hall.enters(ONE);
        done(deployments.retire("parking", Optional.empty(), ADMIN));
        hall.enters(ParkingItem.first()
                .yaml("item: parking", "item: garage")
                .header("OpenHall-Item", "garage")
                .header("Bundle-SymbolicName", "test.garage"));

        Deployments.Result result = deployments.activate("parking", version("1.0.0"), false, ADMIN);

        assertThat(result).isEqualTo(new NotDone(Reason.CODE_TAKEN, "parking-permit"));
        assertThat(not(deployments.rollback("parking", Optional.of(version("1.0.0")), ADMIN)))
                .isEqualTo(Reason.CODE_TAKEN);
        assertThat(catalogue.implementation("parking-permit"))
                .map(Implementation::item)
                .contains("garage");
    }

    @Test
    void theSameBytesOfAVersionThatDoesNotServeSayHowToActivateIt() {
        var jar = ItemJarFile.in(hall.folder(), ONE);
        hall.door().offer(jar, Door.Then.KEEP, ADMIN);

        Door.Entered entered = (Door.Entered) hall.door().offer(jar, Door.Then.ACTIVATE, ADMIN);

        assertThat(entered.activated()).isFalse();
        assertThat(entered.report()).anySatisfy(line -> assertThat(line).contains("hall:item-activate parking 1.0.0"));
        assertThat(catalogue.active("parking")).isEmpty();
    }

    @Test
    void ofALineTheNewestTwentyVersionsAreShown() {
        hall.enters(ONE);
        hall.keeps(TWO);
        hall.storage().transactions().run(() -> {
            VersionTable table = new VersionTable(hall.storage().database());
            String definition =
                    table.find("parking", version("1.0.0")).orElseThrow().definition();
            for (int micro = 1; micro < 30; micro++) {
                table.insert(
                        new VersionTable.Row(
                                new VersionTable.Key("parking", version("1.0." + micro), "%064d".formatted(micro)),
                                definition),
                        hall.storage().clock().instant(),
                        "admin");
            }
        });

        assertThat(did.line("1.0").versions()).hasSize(20);
        assertThat(did.line("1.0").versions().get(0).version()).hasToString("1.0.29");
        assertThat(did.line("1.1").versions()).hasSize(1);
    }

    @Test
    void whatIsUnknownStaysUnknown() {
        hall.enters(ONE);

        assertThat(not(deployments.activate("nobody", version("1.0.0"), false, ADMIN)))
                .isEqualTo(Reason.UNKNOWN);
        assertThat(not(deployments.activate("parking", version("7.0.0"), false, ADMIN)))
                .isEqualTo(Reason.UNKNOWN);
        assertThat(not(deployments.retire("parking", Optional.of("01.0"), ADMIN)))
                .isEqualTo(Reason.UNKNOWN);
        assertThat(not(deployments.withdraw("parking", "x", ADMIN))).isEqualTo(Reason.UNKNOWN);
        assertThat(deployments.item("nobody", ADMIN)).isEmpty();
    }
}
