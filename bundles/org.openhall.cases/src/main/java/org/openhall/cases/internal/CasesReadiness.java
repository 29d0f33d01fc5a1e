package org.openhall.cases.internal;

import org.openhall.api.cases.Cases;
import org.openhall.api.cases.Desk;
import org.openhall.api.cases.Drafts;
import org.openhall.api.cases.Filing;
import org.openhall.api.health.Readiness;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Drafts, filing, cases and desk serve as soon as what they need is there. */
@Component
public final class CasesReadiness implements Readiness {

    @Activate
    public CasesReadiness(
            @Reference Drafts drafts, @Reference Filing filing, @Reference Cases cases, @Reference Desk desk) {
        // That they are there is all there is to know: the component lives exactly as long as they do.
    }

    @Override
    public String part() {
        return "cases";
    }

    @Override
    public boolean ready() {
        return true;
    }

    @Override
    public String detail() {
        return "";
    }
}
