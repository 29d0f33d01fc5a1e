package org.openhall.catalogue.internal.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openhall.catalogue.internal.testing.BrokenItems;
import org.openhall.catalogue.internal.testing.ParkingItem;
import org.openhall.catalogue.internal.testing.TestHall;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConformanceTest {

    private TestHall hall;

    @BeforeAll
    void open() {
        hall = TestHall.open();
    }

    @AfterAll
    void close() {
        hall.close();
    }

    static List<BrokenItems.Broken> broken() {
        return BrokenItems.all();
    }

    @ParameterizedTest
    @MethodSource("broken")
    void aBrokenItemIsRefusedWithFileLineAndMend(BrokenItems.Broken broken) {
        assertThat(hall.refused(broken.item()))
                .anySatisfy(text -> assertThat(text).startsWith(broken.place()).contains(broken.says()));
        assertThat(hall.itemBundles()).isEmpty();
        assertThat(hall.catalogue().active("parking")).isEmpty();
    }

    @Test
    void aRuleMayReturnASampleThatSaysSo() {
        try (TestHall another = TestHall.open()) {
            another.enters(ParkingItem.first()
                    .rule(
                            "plate",
                            "return application.answers().text(\"/plate\").orElse(\"\").startsWith(\"B\")"
                                    + " ? List.of(Finding.blocks(\"/plate\", \"plate.bad\")) : List.of();")
                    .file("OPENHALL-INF/samples/returned.json", """
                            {"applicant": "natural", "answers": {"plate": "B 1"}, "problems": ["/plate"]}"""));

            assertThat(another.catalogue().active("parking")).isPresent();
        }
    }
}
