package org.openhall.catalogue.internal.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.openhall.api.catalogue.Catalogue.Checked;
import org.openhall.api.catalogue.Door;
import org.openhall.api.catalogue.ItemDefinition.Step;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.api.catalogue.Operator;
import org.openhall.catalogue.internal.testing.Did;
import org.openhall.catalogue.internal.testing.ItemJarFile;
import org.openhall.catalogue.internal.testing.ParkingItem;
import org.openhall.catalogue.internal.testing.TestHall;

/** A hall in which items are extended. */
abstract class ExtendedHall {

    TestHall hall;

    @BeforeEach
    void open() {
        hall = TestHall.open();
    }

    @AfterEach
    void close() {
        hall.close();
    }

    Door.Entry offer(ParkingItem extension, Operator by) {
        return hall.door().offer(ItemJarFile.in(hall.folder(), extension), Door.Then.ACTIVATE, by);
    }

    List<String> retire(String extension) {
        return Did.done(hall.deployments().retire(extension, Optional.empty(), Did.ADMIN));
    }

    /** How often cases were told that steps may be gone. */
    long told() {
        return hall.storage()
                .transactions()
                .read(() -> hall.storage()
                        .database()
                        .handle()
                        .createQuery("select count(*) from outbox_message where consumer = 'extensions'"
                                + " and subject = 'parking'")
                        .mapTo(Long.class)
                        .one());
    }

    static ParkingItem saying(String key) {
        return ParkingItem.extension(key)
                .rule("speaks", "return List.of(Finding.flags(\"/plate\", \"said\", \"" + key + "\"));");
    }

    void refused(ParkingItem extension, String line, String says) {
        String place = "OPENHALL-INF/extension.yaml:" + extension.line(line);
        assertThat(hall.refused(extension))
                .anySatisfy(text -> assertThat(text).startsWith(place).contains(says));
    }

    Checked check() {
        return hall.catalogue().check(TestHall.application("1.0.0"));
    }

    ItemVersion serving() {
        return hall.catalogue().serving("parking", "1.0").orElseThrow();
    }

    Step step(String id) {
        return Optional.ofNullable(serving().definition().steps().get(id)).orElseThrow();
    }

    List<String> to(String step, String outcome) {
        return step(step).outcomes().get(outcome).to();
    }
}
