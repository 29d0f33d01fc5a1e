package org.openhall.testkit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openhall.api.catalogue.ItemPages;
import org.openhall.api.forms.Defect;
import org.openhall.catalogue.internal.definition.Check;
import org.openhall.catalogue.internal.testing.BrokenItems;
import org.openhall.catalogue.internal.testing.ItemJarFile;
import org.openhall.catalogue.internal.testing.ParkingItem;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.MultipleFailuresError;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkbenchTest {

    private Workbench workbench;

    @BeforeAll
    void open() {
        workbench = Workbench.open();
    }

    @AfterAll
    void close() {
        workbench.close();
    }

    static List<BrokenItems.Broken> broken() {
        return BrokenItems.all();
    }

    @ParameterizedTest
    @MethodSource("broken")
    void aBrokenItemIsToldAsTheDoorTellsIt(BrokenItems.Broken broken) throws IOException {
        Report report = look(broken.item());

        assertThat(report.defects())
                .extracting(Defect::toString)
                .anySatisfy(text -> assertThat(text).startsWith(broken.place()).contains(broken.says()));
        assertThat(Check.values())
                .anyMatch(check -> report.made(check) && !report.of(check).isEmpty());
    }

    @Test
    void aSoundItemHasNoDefectsAndItsPagesAreDrawnInBothLanguages() throws IOException {
        Report report = look(ParkingItem.first().rule("plate", "return List.of();"));

        assertThat(report.defects()).isEmpty();
        assertThat(Check.values()).allMatch(report::made);
        assertThat(report.pages())
                .extracting(ItemPages.Page::name)
                .containsExactly(
                        "guide.zh",
                        "form-car.zh",
                        "materials.zh",
                        "form-car-filled.zh",
                        "materials-filled.zh",
                        "guide.en",
                        "form-car.en",
                        "materials.en",
                        "form-car-filled.en",
                        "materials-filled.en");
        assertThat(report.pages())
                .filteredOn(page -> page.name().equals("form-car-filled.en"))
                .singleElement()
                .satisfies(page -> assertThat(page.html()).contains("lang=\"en\"", "A 1", "Plate"));
    }

    @Test
    void aTemplateThatLoopsInSilenceIsGivenUp() throws IOException {
        Report report =
                look(ParkingItem.first().file("OPENHALL-INF/documents/permit.ftlh", "<#list 1.. as n></#list>"));

        assertThat(report.of(Check.DOCUMENTS))
                .singleElement()
                .satisfies(defect -> assertThat(defect.message()).contains("takes longer than 5 seconds"));
    }

    @Test
    void everyDefectIsAFailureOfItsOwn() {
        Defect one = new Defect("a", 1, "One.", "一。");
        Defect two = new Defect("b", 0, "Two.", "二。");

        assertThatThrownBy(() -> Looks.fail(List.of(one)))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessage("a:1: One.");
        assertThatThrownBy(() -> Looks.fail(List.of(one, two)))
                .isInstanceOfSatisfying(
                        MultipleFailuresError.class,
                        failures -> assertThat(failures.getFailures()).hasSize(2));
        Looks.fail(List.of());
    }

    private Report look(ParkingItem item) throws IOException {
        return workbench.look(ItemJarFile.in(workbench.folder(), item));
    }
}
