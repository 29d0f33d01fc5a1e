package org.openhall.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From the home page to the finished case, as people see it. */
@ExtendWith(SharedHall.class)
class WholeWayBrowserIT {

    private static final String PASSWORD = "a-long-enough-phrase-7";

    private final Hall hall;
    private final Chromium browser;

    WholeWayBrowserIT(Hall hall, Chromium browser) {
        this.hall = hall;
        this.browser = browser;
    }

    @BeforeEach
    void theKioskIsInTheHall() {
        Kiosk.version("1.0.0").enter(hall);
    }

    @Test
    void theWholeWayOnAWideScreen() {
        walk(Visitor.modern(browser, hall, "citizen"));
    }

    @Test
    void theWholeWayOnAPhoneWithoutJavaScript() {
        walk(Visitor.plain(browser, hall, "citizen"));
    }

    private void walk(Visitor visitor) {
        String username = Filer.register(hall, PASSWORD);
        try (Visitor citizen = visitor) {
            var pages = new CitizenPages(citizen);
            pages.findTheItem();
            pages.beginFiling(username, PASSWORD);
            pages.describeTheKiosk();
            pages.sayWhereToSendIt();
            pages.handIn("plan of " + username);
            Filer.Filed filed = pages.checkAndSubmit();
            pages.followIt(filed);
            progress(citizen, filed);
            decide(citizen, filed);
            pages.receiveTheDocument(filed);
            assertThat(citizen.complaints()).isEmpty();
        }
    }

    private void progress(Visitor citizen, Filer.Filed filed) {
        try (Visitor stranger = citizen.another(browser, hall, "stranger")) {
            new CitizenPages(stranger).askForProgress(filed, "已提交");
            assertThat(stranger.complaints()).isEmpty();
        }
    }

    /** Two officials have the task open; one is first. */
    private void decide(Visitor citizen, Filer.Filed filed) {
        try (Visitor first = citizen.another(browser, hall, "intake");
                Visitor second = citizen.another(browser, hall, "late")) {
            var winner = new DeskPages(first);
            var late = new DeskPages(second);
            winner.open(hall.account("wangmin"), filed.number());
            late.open(hall.account("zhaolei"), filed.number());
            winner.judgeTheFile("尺寸写得很清楚");
            winner.act("accept", "受理");
            late.actTooLate("decline", "地点在消防通道上", hall.account("wangmin").name());
            assertThat(first.complaints()).isEmpty();
            assertThat(second.complaints()).isEmpty();
        }
        act(citizen, filed, "qianjun", "approve", "准予许可");
        act(citizen, filed, "zhouting", "complete", "办结");
    }

    private void act(Visitor citizen, Filer.Filed filed, String official, String outcome, String done) {
        try (Visitor visitor = citizen.another(browser, hall, official)) {
            var pages = new DeskPages(visitor);
            pages.open(hall.account(official), filed.number());
            pages.act(outcome, done);
            assertThat(visitor.complaints()).isEmpty();
        }
    }
}
