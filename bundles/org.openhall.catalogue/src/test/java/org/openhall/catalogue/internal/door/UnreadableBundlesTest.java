package org.openhall.catalogue.internal.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openhall.api.catalogue.Door;
import org.openhall.api.catalogue.Operator;
import org.openhall.catalogue.internal.testing.Did;
import org.openhall.catalogue.internal.testing.ParkingItem;
import org.openhall.catalogue.internal.testing.TestHall;

/** What cannot be read is said once, without what follows from it. */
class UnreadableBundlesTest {

    private static final String YAML = "OPENHALL-INF/item.yaml";

    private TestHall hall;

    @BeforeEach
    void open() {
        hall = TestHall.open();
    }

    @AfterEach
    void close() {
        hall.close();
    }

    @Test
    void aFileThatIsNoJarIsNamed() throws IOException {
        Path text = Files.writeString(hall.folder().resolve("parking.jar"), "hello");

        Door.Entry entry = hall.door().offer(text, Door.Then.KEEP, Operator.way("test"));

        assertThat(((Door.Refused) entry).defects()).singleElement().satisfies(defect -> {
            assertThat(defect.file()).isEqualTo("parking.jar");
            assertThat(defect.message()).startsWith("The file is no jar");
        });
        assertThat(hall.deployments()
                        .record(Optional.empty(), 1, Optional.empty(), Did.ADMIN)
                        .entries())
                .singleElement()
                .satisfies(act ->
                        assertThat(act.report()).singleElement().asString().startsWith("parking.jar: "));
    }

    @Test
    void aFileInTheWrongEncodingIsAllThatIsSaid() {
        for (String path : List.of(YAML, "OPENHALL-INF/i18n/zh.properties")) {
            ParkingItem item = ParkingItem.first();
            byte[] gbk = item.files().files().get(path).concat("# 停车\n").getBytes(Charset.forName("GBK"));

            assertThat(hall.refused(item.without(path), Map.of(path, gbk)))
                    .containsExactly(path + ": The file is not in UTF-8; save it in that encoding.");
        }
    }

    @Test
    void aVersionOrKeyThatIsNoneIsSaidWhereItStandsAndNotHeldAgainstTheManifest() {
        assertThat(hall.refused(ParkingItem.first().yaml("version: 1.0.0", "version: 1.0")))
                .containsExactly(YAML + ":2: '1.0' is no version; write major.minor.micro, such as 1.0.0.");
        assertThat(hall.refused(ParkingItem.first().yaml("item: parking", "item: Parking")))
                .containsExactly(
                        YAML + ":1: 'Parking' is no name; use lower-case letters, digits and '-', a letter first.");
    }
}
