package org.openhall.shell.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openhall.api.catalogue.Catalogue.Absence;
import org.openhall.api.catalogue.Deployed;
import org.openhall.api.catalogue.Deployed.Arrived;
import org.openhall.api.catalogue.Deployed.Health;
import org.openhall.api.catalogue.Deployed.Line;
import org.openhall.api.catalogue.Deployed.Plan;
import org.openhall.api.catalogue.Deployed.State;
import org.openhall.api.catalogue.Deployments.Kind;
import org.openhall.api.catalogue.Deployments.Recorded;
import org.openhall.api.catalogue.Version;

/** What an administrator reads about the items. */
class ItemTableTest {

    private static final Instant MORNING = Instant.parse("2026-11-22T00:30:00Z");
    private static final Times TIMES = new Times(ZoneOffset.ofHours(8));
    private static final Health RUNS = new Health(Optional.empty(), true, 0, 0, 8, false, 0, Optional.empty());

    private static Line line(String version, State state, long cases, Health health) {
        Version full = Version.parse(version);
        return new Line(
                full.line(),
                state == State.WAITING ? Optional.empty() : Optional.of(full),
                state,
                Optional.of(MORNING),
                Optional.empty(),
                cases,
                2,
                health,
                List.of(new Arrived(full, "0123456789abcdef".repeat(4), MORNING, "deploy")));
    }

    private static Deployed item(String key, Optional<Plan> plan, Line... lines) {
        return new Deployed(
                key,
                Map.of("zh", "报刊亭设置", "en", "Newspaper kiosk"),
                "org.example." + key,
                Set.of("d1"),
                Optional.of(new Version(1, 3, 0)),
                Optional.of(new Version(1, 2, 0)),
                List.of(lines),
                plan);
    }

    @Test
    void everyLineThatStillDoesSomethingHasARowAndSaysWhat() {
        Deployed kiosk = item(
                "kiosk",
                Optional.empty(),
                line("1.4.0", State.WAITING, 0, RUNS),
                line("1.3.0", State.TAKING, 5, RUNS),
                line("1.2.4", State.DRAINING, 3, RUNS),
                line("1.1.0", State.ACCEPTING, 1, RUNS),
                line("1.0.0", State.DRAINED, 0, RUNS));

        assertThat(new ItemTable("en", TIMES).of(List.of(kiosk)))
                .containsExactly(
                        "ITEM   NAME             VERSION  STATE                                       CASES  DRAFTS  CODE",
                        "kiosk  Newspaper kiosk  1.4.0    kept, never activated                       0      2       runs",
                        "                        1.3.0    takes new filings                           5      2       runs",
                        "                        1.2.4    3 cases remain on 1.2                       3      2       runs",
                        "                        1.1.0    drafts may be filed; 1 case remains on 1.1  1      2       runs");
    }

    @Test
    void columnsStayStraightWithChineseNames() {
        List<String> lines = new ItemTable("zh", TIMES)
                .of(List.of(item("kiosk", Optional.empty(), line("1.3.0", State.TAKING, 0, RUNS))));

        assertThat(lines)
                .containsExactly(
                        "ITEM   NAME        VERSION  STATE              CASES  DRAFTS  CODE",
                        "kiosk  报刊亭设置  1.3.0    takes new filings  0      2       runs");
    }

    @Test
    void codeThatIsAwayOrFailsIsNamed() {
        Health missing = new Health(Optional.of(Absence.MISSING), true, 0, 0, 8, false, 0, Optional.empty());
        Health withdrawn = new Health(Optional.of(Absence.WITHDRAWN), true, 0, 0, 8, false, 0, Optional.empty());
        Health open = new Health(Optional.of(Absence.BROKEN), true, 9, 8, 8, true, 8, Optional.of("rule fee"));
        Health failing = new Health(Optional.empty(), true, 4, 1, 8, false, 1, Optional.of("rule fee"));
        Health none = new Health(Optional.empty(), false, 0, 0, 8, false, 0, Optional.empty());

        assertThat(List.of(missing, withdrawn, open, failing, none, RUNS))
                .extracting(Words::code)
                .containsExactly(
                        "missing",
                        "withdrawn",
                        "breaker open",
                        "runs, 4 calls failed, 1 of 8 threads lost before the breaker opens",
                        "none",
                        "runs");
    }

    @Test
    void aPlannedActivationHasARowOfItsOwn() {
        Plan plan = new Plan(new Version(1, 4, 0), MORNING, true, "command");

        assertThat(new ItemTable("en", TIMES)
                        .of(List.of(item("kiosk", Optional.of(plan), line("1.3.0", State.TAKING, 0, RUNS)))))
                .last()
                .asString()
                .contains("1.4.0    activation planned for 2026-11-22 08:30 +08:00, hard stop (by command)");
    }

    @Test
    void anItemWhoseLinesAreAllDrainedIsStillListed() {
        assertThat(new ItemTable("en", TIMES)
                        .of(List.of(item("kiosk", Optional.empty(), line("1.0.0", State.DRAINED, 0, RUNS)))))
                .last()
                .asString()
                .contains("kiosk  Newspaper kiosk")
                .contains("retired, all lines drained");
    }

    @Test
    void oneItemIsShownWithEveryVersionThatCameIn() {
        Deployed kiosk = item(
                "kiosk", Optional.empty(), line("1.3.0", State.TAKING, 1, RUNS), line("1.0.0", State.DRAINED, 0, RUNS));

        assertThat(new ItemSheet("en", TIMES).of(kiosk))
                .contains(
                        "kiosk  Newspaper kiosk",
                        "takes filings   1.3.0",
                        "goes back to    1.2.0",
                        "line 1.3: takes new filings",
                        "  open          1 case, 2 drafts",
                        "  1.3.0  came in 2026-11-22 08:30 +08:00 by deploy, sha256 0123456789ab",
                        "line 1.0: drained");
    }

    @Test
    void theRecordNamesActVersionTimeAndPersonWithTheReportBelow() {
        Recorded refused = new Recorded(
                7,
                "kiosk",
                Optional.of("1.3.0"),
                Kind.REFUSED,
                MORNING,
                Optional.empty(),
                "deploy",
                List.of("OPENHALL-INF/item.yaml:9: no post aprove."));

        assertThat(new RecordList(TIMES).of(List.of(refused)))
                .containsExactly(
                        "2026-11-22 08:30 +08:00  kiosk 1.3.0: refused, by deploy",
                        "    OPENHALL-INF/item.yaml:9: no post aprove.");
    }

    @Test
    void aTimeIsReadWithAnOffsetOrAsTheClockOnTheWallSays() {
        assertThat(TIMES.read("2026-11-22T08:30")).contains(MORNING);
        assertThat(TIMES.read("2026-11-22 08:30:00")).contains(MORNING);
        assertThat(TIMES.read("2026-11-22T01:30+01:00")).contains(MORNING);
        assertThat(TIMES.read("2026-11-22T00:30Z")).contains(MORNING);
        assertThat(TIMES.read("tomorrow")).isEmpty();
    }
}
