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
import org.junit.jupiter.api.Test;
import org.openhall.api.catalogue.Deployments;
import org.openhall.api.catalogue.Deployments.NotDone;
import org.openhall.api.catalogue.Deployments.Reason;
import org.openhall.api.catalogue.Deployments.Recorded;
import org.openhall.api.catalogue.Door;
import org.openhall.api.catalogue.Implementation;
import org.openhall.catalogue.internal.store.VersionTable;
import org.openhall.catalogue.internal.testing.ItemJarFile;
import org.openhall.catalogue.internal.testing.ParkingItem;

/** Activation: which version takes new filings. */
class PointersTest extends TwoLines {

    @Test
    void aRefusedBundleIsRecordedWhateverItCallsItsFiles() {
        List<String> defects = hall.refused(ONE, Map.of("OPENHALL-INF/odd\0na\rme", new byte[1]));

        assertThat(did.record()).containsExactly("REFUSED 1.0.0");
        Recorded refused = deployments
                .record(Optional.of("parking"), 1, Optional.empty(), ADMIN)
                .entries()
                .get(0);
        assertThat(refused.report())
                .hasSameSizeAs(defects)
                .anySatisfy(line -> assertThat(line).contains("OPENHALL-INF/odd na me"));
        assertThat(refused.chinese())
                .hasSameSizeAs(defects)
                .anySatisfy(line -> assertThat(line).contains("OPENHALL-INF/odd na me", "：大厅不知道这个文件做什么用"));
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
    void afterAHardStopEarlierDraftsAreNotFiledAndACorrectionDoesNotOpenThemAgain() {
        hall.enters(ONE);
        hall.keeps(TWO);

        done(deployments.activate("parking", version("1.1.0"), true, ADMIN));
        assertThat(catalogue.accepts("parking", "1.0")).isFalse();
        assertThat(did.states()).containsExactly("1.1 TAKING", "1.0 DRAINING");

        hall.enters(ParkingItem.first().version("1.0.1").says("one more"));
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
