package org.openhall.cases.internal;

import java.time.Instant;
import java.util.List;
import org.openhall.item.Answers;
import org.openhall.item.Applicant;
import org.openhall.item.Application;
import org.openhall.item.Material;

/** An application that nothing changes any more. */
record Frozen(
        String item, String version, Applicant applicant, Answers answers, List<Material> materials, Instant filedAt)
        implements Application {

    Frozen {
        materials = List.copyOf(materials);
    }

    /** Keeps personal data out of logs. */
    @Override
    public String toString() {
        return "Application[" + item + " " + version + "]";
    }
}
