package org.openhall.catalogue.internal.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.catalogue.internal.testing.ParkingItem;
import org.openhall.catalogue.internal.testing.TestHall;

class ItemBundlesTest {

    @Test
    void whatIsStartedAgainBeforeItWasTakenOutStays() throws NotStarted {
        try (TestHall hall = TestHall.open()) {
            hall.enters(ParkingItem.first().says("one"));
            ItemVersion version = hall.catalogue().active("parking").orElseThrow();
            hall.bundles().shut(version.sha256());
            assertThat(hall.bundles().lease(version, List.of())).isEmpty();

            hall.bundles().start("test.parking", version, () -> new byte[0]);
            hall.bundles().takeOut("test.parking", version);
            assertThat(hall.said("1.0.0")).containsExactly("one");

            hall.bundles().shut(version.sha256());
            hall.bundles().takeOut("test.parking", version);
            assertThat(hall.itemBundles()).isEmpty();
        }
    }
}
