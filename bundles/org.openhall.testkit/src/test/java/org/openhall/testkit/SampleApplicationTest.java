package org.openhall.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SampleApplicationTest {

    @Test
    void everyChangeGivesANewApplicationAndLeavesTheOldOne() {
        SampleApplication empty = SampleApplication.of("parking");
        SampleApplication full = empty.with("plate", "皖S 12345").withFile("licence");

        assertThat(full.answers().text("/plate")).contains("皖S 12345");
        assertThat(full.has("licence")).isTrue();
        assertThat(empty.answers().asMap()).isEmpty();
        assertThat(empty.has("licence")).isFalse();
    }

    @Test
    void answersAreReadByPointerAlsoInsideLists() {
        SampleApplication application =
                SampleApplication.of("parking").with("cars", List.of(Map.of("a/b", 2), Map.of("a/b", 3)));

        assertThat(application.answers().number("/cars/1/a~1b"))
                .hasValueSatisfying(number -> assertThat(number).isEqualByComparingTo("3"));
        assertThat(application.answers().number("/cars/2/a~1b")).isEmpty();
        assertThat(application.answers().list("/cars")).hasSize(2);
    }
}
