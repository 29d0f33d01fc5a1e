package org.openhall.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openhall.api.cases.CaseFile;
import org.openhall.api.cases.CaseState;
import org.openhall.api.cases.Desk.Done;
import org.openhall.api.cases.Desk.Improper;
import org.openhall.api.cases.Draft;
import org.openhall.api.catalogue.ItemDefinition.Need;
import org.openhall.api.catalogue.Version;
import org.openhall.api.materials.StoredMaterial;

/** What officials write down and who reads it, on every database. */
abstract class DeskRecordContract extends DeskHall {

    @Test
    void aRefusalNeedsAnOpinionWhichTheApplicantReads() {
        String number = hall.filed(parking);

        assertThat(hall.act(number, "decline", " ", hall.intake)).isEqualTo(new Improper("/opinion", "required"));
        assertThat(hall.act(number, "decline", "x".repeat(2001), hall.intake))
                .isEqualTo(new Improper("/opinion", "too-long"));
        assertThat(hall.act(number, "decline", "不属于本机关职权", hall.intake))
                .isEqualTo(new Done(number, CaseState.DECLINED, List.of()));
        assertThat(hall.cases.find(number, hall.anna).orElseThrow().events())
                .extracting(CaseFile.Event::opinion)
                .contains("不属于本机关职权");
    }

    @Test
    void whatOfficialsSayAmongThemselvesStaysThere() {
        String number = hall.filed(parking);
        hall.act(number, "accept", hall.intake);
        hall.storage.clock().advance(Duration.ofMinutes(1));
        hall.act(number, "pass", "请注意消防通道", hall.review);

        assertThat(hall.open(number, hall.approve).events())
                .extracting(CaseFile.Event::opinion)
                .contains("请注意消防通道");
        assertThat(hall.cases.find(number, hall.anna).orElseThrow().events())
                .extracting(CaseFile.Event::opinion)
                .doesNotContain("请注意消防通道");
    }

    @Test
    void everyActRecordsTheVersionThatRan() {
        String number = hall.filed(parking);
        hall.catalogue.activate(parking, "1.0.3");
        hall.catalogue.activate(parking, "2.0.0");
        hall.act(number, "accept", hall.intake);

        CaseFile file = hall.open(number, hall.intake);
        assertThat(file.head().version()).isEqualTo(Version.parse("1.0.0"));
        assertThat(file.events().get(2).version()).isEqualTo(Version.parse("1.0.3"));
    }

    @Test
    void anOpinionAboutAFileIsSeenByTheNextPostAndNotByTheApplicant() {
        hall.catalogue.activate(parking.material("photo", Need.OPTIONAL, "/none"), "1.0.0");
        Draft draft = hall.filled(parking, hall.anna);
        StoredMaterial photo = hall.materials.put(draft.id(), "photo");
        hall.file(draft);
        String number =
                hall.drafts.find(draft.id(), hall.anna).orElseThrow().filedAs().orElseThrow();

        assertThat(hall.desk.opine(number, photo.id(), false, "看不清", hall.intake))
                .isTrue();
        assertThat(hall.desk.opine(number, photo.id() + 1, true, "", hall.intake))
                .isFalse();
        assertThat(hall.desk.opine(number, photo.id(), true, "", hall.review)).isFalse();
        assertThatThrownBy(() -> hall.desk.opine(number, photo.id(), false, "", hall.intake))
                .isInstanceOf(IllegalArgumentException.class);

        hall.act(number, "accept", hall.intake);
        assertThat(hall.open(number, hall.review).opinions())
                .extracting(CaseFile.MaterialOpinion::text)
                .containsExactly("看不清");
        assertThat(hall.cases.find(number, hall.anna).orElseThrow().opinions()).isEmpty();
    }

    @Test
    void whoOpenedACaseIsRecordedOnceInTenMinutes() {
        String number = hall.filed(parking);
        hall.open(number, hall.intake);
        hall.open(number, hall.intake);
        assertThat(hall.rows("case_reading")).isEqualTo(1);

        hall.storage.clock().advance(Duration.ofMinutes(11));
        hall.open(number, hall.intake);
        assertThat(hall.rows("case_reading")).isEqualTo(2);
    }

    @Test
    void aCaseOpensEvenWhenTheReadingCannotBeRecorded() {
        String number = hall.filed(parking);
        hall.execute("alter table case_reading add missing integer not null");

        assertThat(hall.desk.open(number, hall.intake)).isPresent();
    }
}
