package org.openhall.catalogue.internal.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.openhall.api.catalogue.Deployed;
import org.openhall.api.catalogue.Deployed.Line;
import org.openhall.api.catalogue.Deployments.Done;
import org.openhall.api.catalogue.Deployments.NotDone;
import org.openhall.api.catalogue.Deployments.Reason;
import org.openhall.api.catalogue.Deployments.Recorded;
import org.openhall.api.catalogue.Deployments.Result;
import org.openhall.api.catalogue.Operator;
import org.openhall.api.catalogue.Version;
import org.openhall.api.forms.Defect;

/** What the administrator of the tests did and sees. */
public final class Did {

    /** May touch every item. */
    public static final Operator ADMIN = Operator.way("admin");

    private final TestHall hall;

    public Did(TestHall hall) {
        this.hall = hall;
    }

    public static Version version(String text) {
        return Version.parse(text);
    }

    /** What was done; fails when nothing was. */
    public static List<String> done(Result result) {
        assertThat(result).isInstanceOf(Done.class);
        return ((Done) result).report();
    }

    /** Why nothing was done; fails when something was. */
    public static Reason not(Result result) {
        assertThat(result).isInstanceOf(NotDone.class);
        return ((NotDone) result).reason();
    }

    /** Fails when a mistake is not told in Chinese. */
    static void saidInChineseToo(List<Defect> defects) {
        assertThat(defects).allSatisfy(defect -> assertThat(defect.chinese()).containsPattern("\\p{IsHan}.*[。：]"));
    }

    public Deployed parking() {
        return hall.deployments().item("parking", ADMIN).orElseThrow();
    }

    public Line line(String line) {
        return parking().lines().stream()
                .filter(found -> found.line().equals(line))
                .findFirst()
                .orElseThrow();
    }

    /** The states of the lines, newest first, as {@code 1.1 TAKING}. */
    public List<String> states() {
        return parking().lines().stream()
                .map(line -> line.line() + " " + line.state())
                .toList();
    }

    /** Which version takes new filings; "" when none does. */
    public String taking() {
        return parking().taking().map(Version::toString).orElse("");
    }

    /** What was recorded, oldest first, as {@code ENTERED 1.0.0}. */
    public List<String> record() {
        List<Recorded> acts = hall.deployments()
                .record(Optional.of("parking"), 100, Optional.empty(), ADMIN)
                .entries();
        return IntStream.rangeClosed(1, acts.size())
                .mapToObj(i -> acts.get(acts.size() - i))
                .map(act ->
                        act.kind() + act.version().map(version -> " " + version).orElse(""))
                .toList();
    }
}
