package org.openhall.api.cases;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.openhall.api.catalogue.Version;

/**
 * A case in one line.
 *
 * @param id never reused
 * @param number for people, such as 20261120-000127
 * @param item key
 * @param itemName Chinese name when it was filed
 * @param implementation code
 * @param version filed under; its line never changes
 * @param state as a whole
 * @param partyName name of the applicant
 * @param filedBy name of the account that filed
 * @param department code
 * @param region code
 * @param filedAt when
 * @param due of the whole case, when its clock runs
 * @param endedAt when it ended
 * @param openSteps identifiers of steps with an open task
 */
public record CaseHead(
        long id,
        String number,
        String item,
        String itemName,
        String implementation,
        Version version,
        CaseState state,
        String partyName,
        String filedBy,
        String department,
        String region,
        Instant filedAt,
        Optional<Instant> due,
        Optional<Instant> endedAt,
        List<String> openSteps) {

    public CaseHead {
        Objects.requireNonNull(number, "number");
        openSteps = List.copyOf(openSteps);
    }

    /** Keeps personal data out of logs. */
    @Override
    public String toString() {
        return "CaseHead[" + number + "]";
    }
}
