package org.openhall.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A case whose version's bundle is taken away, while a newer version with another form is in the hall, and brought back. */
@ExtendWith(SharedHall.class)
class WaitingIT {

    private static final String ITEM = "waiting-kiosk";
    private static final String FILES = "OPENHALL-INF/";

    @TempDir
    Path directory;

    private final Hall hall;
    private final Chromium browser;
    private final Filer filer;
    private Terminal terminal;

    WaitingIT(Hall hall, Chromium browser) {
        this.hall = hall;
        this.browser = browser;
        this.filer = new Filer(hall, ITEM);
    }

    @BeforeEach
    void sitDown() {
        terminal = new Terminal(hall.home(), directory);
        Hall.await("the channel", () -> Files.exists(hall.home().resolve("run/hall.sock")));
        Hall.await("the commands", () -> terminal.gives("hall:items").status() == 0);
    }

    @Test
    void aCaseStaysReadableSaysWhyItWaitsAndGoesOnWhenItsBundleIsBack() {
        Kiosk old = kiosk("1.2.0");
        old.enter(hall);
        Filer.Filed filed = filer.file("chenguang");
        kiosk("1.3.0")
                .with(FILES + "form.schema.json", schema -> schema.replace("\"maxLength\": 100", "\"maxLength\": 101"))
                .with(FILES + "i18n/zh.properties", texts -> texts.replace("摆放地点", "设置地点"))
                .enter(hall);
        assertThat(terminal.gives("hall:items").succeeded().output()).contains("1 case remains on 1.2");

        String id = terminal.gives("bundle:id", old.bundle() + "/1.2.0")
                .succeeded()
                .output()
                .strip();
        terminal.gives("bundle:uninstall", id).succeeded();
        filer.act(filed, "wangmin", "accept").expect(200);

        assertThat(terminal.gives("hall:items", ITEM).succeeded().output()).contains("1.2.0");
        theApplicantReads(filed);
        theOfficialReads(filed);
        assertThat(filer.progress(filed).path("state").asText()).isEqualTo("accepted");
        assertThat(openSteps(filed)).contains("decision");

        terminal.gives("hall:item-restore", ITEM, "1.2").succeeded();

        Hall.await("the step of the item's own", () -> openSteps(filed).contains("issuing"));
        filer.act(filed, "zhouting", "complete").expect(200);
        assertThat(filer.progress(filed).path("state").asText()).isEqualTo("completed");
        terminal.gives("hall:item-retire", ITEM, "1.2").succeeded();
        Hall.await(
                "the old line to be taken out",
                () -> terminal.gives("hall:item-report", ITEM)
                        .succeeded()
                        .output()
                        .contains(ITEM + " 1.2.0: drained"));
    }

    private static Kiosk kiosk(String version) {
        return Kiosk.version(version).named(ITEM).decidingByItself();
    }

    private void theApplicantReads(Filer.Filed filed) {
        DemoAccount account = hall.account("chenguang");
        try (Visitor visitor = Visitor.modern(browser, hall, "waiting-citizen")) {
            visitor.visit("/sign-in").signsIn(account.username(), account.password());
            visitor.page().waitForURL("**/my/cases");
            visitor.visit("/my/cases/" + filed.number()).reads("摆放地点").reads("本事项的程序现在没有运行");
            visitor.sees("case").visit("/receipt/" + filed.number());
            visitor.reads(filed.number()).sees("receipt");
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    private void theOfficialReads(Filer.Filed filed) {
        DemoAccount account = hall.account("qianjun");
        try (Visitor visitor = Visitor.modern(browser, hall, "waiting-official")) {
            visitor.visit("/sign-in").signsIn(account.username(), account.password());
            visitor.page().waitForURL("**/desk");
            visitor.visit("/desk/cases/" + filed.number()).reads("摆放地点").reads("本事项的程序现在没有运行");
            visitor.sees("case");
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    private String openSteps(Filer.Filed filed) {
        return filer.as("chenguang")
                .get("/api/v1/cases/" + filed.number())
                .expect(200)
                .text();
    }
}
