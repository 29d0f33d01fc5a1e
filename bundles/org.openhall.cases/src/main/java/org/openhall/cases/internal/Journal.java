package org.openhall.cases.internal;

import org.openhall.api.cases.CaseHead;
import org.openhall.api.catalogue.Version;
import org.openhall.api.log.Trail;
import org.openhall.api.storage.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log what became of cases, once it is committed: numbers, steps and accounts, never who somebody is or what anybody typed. */
@Component(service = Journal.class)
public final class Journal {

    private static final Logger LOG = LoggerFactory.getLogger("org.openhall.journal");

    private final Transactions transactions;

    @Activate
    public Journal(@Reference Transactions transactions) {
        this.transactions = transactions;
    }

    /** A case was filed. */
    void filed(CaseHead head, Actor actor, Version version) {
        tell(head, version, "filed by " + who(actor));
    }

    /** A task was closed with an outcome. */
    void acted(CaseHead head, String step, String outcome, Ruling ruling) {
        tell(head, ruling.version(), step + ": " + outcome + " by " + who(ruling.actor()));
    }

    /** A task was taken out because its step is no longer there. */
    void removed(CaseHead head, String step, Version version) {
        tell(head, version, step + ": removed");
    }

    private void tell(CaseHead head, Version version, String what) {
        transactions.afterCommit(() -> {
            Trail.put(Trail.CASE, head.number());
            Trail.item(head.item(), version);
            LOG.info("Case {} {}", head.number(), what);
        });
    }

    private static String who(Actor actor) {
        return actor.account().map(account -> "account " + account).orElse("the hall");
    }
}
