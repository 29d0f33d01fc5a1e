package org.openhall.cases.internal;

import java.util.List;
import org.openhall.api.cases.CaseHead;
import org.openhall.api.catalogue.Version;
import org.openhall.api.log.Trail;
import org.openhall.api.metrics.Measure;
import org.openhall.api.metrics.Measured;
import org.openhall.api.metrics.Tally;
import org.openhall.api.storage.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells log and metrics what became of cases, once it is committed: numbers, steps and accounts, never who somebody is or what anybody typed. */
@Component(service = {Journal.class, Measured.class})
public final class Journal implements Measured {

    private static final Logger LOG = LoggerFactory.getLogger("org.openhall.journal");

    private final Transactions transactions;
    private final Tally filed = new Tally("hall_cases_filed", "Cases that were filed.", "item");
    private final Tally acts = new Tally(
            "hall_acts", "Tasks that were closed, by an official or by the hall itself.", "item", "outcome", "by");

    @Activate
    public Journal(@Reference Transactions transactions) {
        this.transactions = transactions;
    }

    /** A case was filed. */
    void filed(CaseHead head, Actor actor, Version version) {
        tell(head, version, "filed by " + who(actor), () -> filed.count(head.item()));
    }

    /** A task was closed with an outcome. */
    void acted(CaseHead head, String step, String outcome, Ruling ruling) {
        String by = ruling.actor().account().isPresent() ? "official" : "hall";
        tell(
                head,
                ruling.version(),
                step + ": " + outcome + " by " + who(ruling.actor()),
                () -> acts.count(head.item(), outcome, by));
    }

    /** A task was taken out because its step is no longer there. */
    void removed(CaseHead head, String step, Version version) {
        tell(head, version, step + ": removed", () -> acts.count(head.item(), "removed", "hall"));
    }

    @Override
    public List<Measure> measures() {
        return List.of(filed.measure(), acts.measure());
    }

    private void tell(CaseHead head, Version version, String what, Runnable counted) {
        transactions.afterCommit(() -> {
            counted.run();
            Trail.put(Trail.CASE, head.number());
            Trail.item(head.item(), version);
            LOG.info("Case {} {}", head.number(), what);
        });
    }

    private static String who(Actor actor) {
        return actor.account().map(account -> "account " + account).orElse("the hall");
    }
}
