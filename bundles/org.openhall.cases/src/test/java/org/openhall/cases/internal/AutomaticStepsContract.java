package org.openhall.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openhall.api.cases.CaseFile;
import org.openhall.api.cases.Desk.Done;
import org.openhall.item.Review;

/** Steps that code tries first, on every database. */
abstract class AutomaticStepsContract extends ProcedureHall {

    private TestItem automatic() {
        TestItem item = TestItem.named("automatic")
                .start("compare")
                .step(TestItem.step("compare", "review")
                        .automatic("register")
                        .outcome("pass")
                        .to("decide")
                        .done()
                        .outcome("fail")
                        .to("decide")
                        .opinion()
                        .done())
                .step(TestItem.step("decide", "approve")
                        .outcome("approve")
                        .end("completed")
                        .done());
        hall.catalogue.activate(item, "1.0.0");
        return item;
    }

    @Test
    void anAutomaticStepTakesItsOutcomeAfterTheFiling() {
        hall.catalogue.review = () -> Optional.of(Review.take("pass", "登记信息一致"));
        String number = hall.filed(automatic());
        assertThat(hall.deskOf(hall.review)).hasSize(1);

        hall.storage.deliverNow(hall.automatic);

        assertThat(hall.deskOf(hall.review)).isEmpty();
        assertThat(hall.deskOf(hall.approve)).containsExactly(number + " decide");
        CaseFile.Event acted = hall.open(number, hall.approve).events().get(2);
        assertThat(acted.outcome()).isEqualTo("pass");
        assertThat(acted.opinion()).isEqualTo("登记信息一致");
        assertThat(acted.actor()).isEmpty();
    }

    @Test
    void whatAnAutomaticStepLeavesStaysWithTheOfficialWhoSeesWhy() {
        hall.catalogue.review = () -> Optional.of(Review.leaveToOfficial("登记中有两条记录"));
        String number = hall.filed(automatic());
        hall.storage.deliverNow(hall.automatic);

        CaseFile file = hall.open(number, hall.review);
        assertThat(file.events().get(2).kind()).isEqualTo("left");
        assertThat(file.events().get(2).opinion()).isEqualTo("登记中有两条记录");
        assertThat(hall.act(number, "pass", hall.review)).isInstanceOf(Done.class);
    }

    @Test
    void noAnswerAndNonsenseAreLeftToTheOfficialToo() {
        hall.catalogue.review = Optional::empty;
        String silent = hall.filed(automatic());
        hall.storage.deliverNow(hall.automatic);
        hall.catalogue.review = () -> Optional.of(Review.take("sing", ""));
        String nonsense = hall.filed(automatic());
        hall.storage.deliverNow(hall.automatic);
        hall.catalogue.review = () -> Optional.of(Review.take("fail", ""));
        String withoutReason = hall.filed(automatic());
        hall.storage.deliverNow(hall.automatic);

        for (String number : List.of(silent, nonsense, withoutReason)) {
            assertThat(hall.open(number, hall.review).events())
                    .extracting(CaseFile.Event::kind)
                    .containsExactly("filed", "opened", "left");
        }
        assertThat(hall.deskOf(hall.review)).hasSize(3);
    }

    @Test
    void anAnswerThatComesTooLateChangesNothing() {
        String number = hall.filed(automatic());
        hall.catalogue.review = () -> {
            hall.act(number, "fail", "official was faster", hall.review);
            return Optional.of(Review.take("pass", ""));
        };
        hall.storage.deliverNow(hall.automatic);

        assertThat(hall.open(number, hall.review).events())
                .extracting(CaseFile.Event::kind)
                .containsExactly("filed", "opened", "acted", "opened");
        assertThat(hall.rows("outbox_message")).isZero();
    }

    @Test
    void anItemThatIsAwayIsAskedAgainLater() {
        hall.catalogue.review = () -> Optional.of(Review.take("pass", ""));
        String number = hall.filed(automatic());
        hall.catalogue.away = true;
        hall.storage.deliverNow(hall.automatic);
        assertThat(hall.deskOf(hall.review)).hasSize(1);

        hall.catalogue.away = false;
        hall.storage.clock().advance(Duration.ofHours(1));
        hall.storage.deliverNow(hall.automatic);
        assertThat(hall.deskOf(hall.approve)).containsExactly(number + " decide");
    }
}
