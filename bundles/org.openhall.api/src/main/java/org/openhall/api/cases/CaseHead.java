package org.openhall.api.cases;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.openhall.api.catalogue.Version;
import org.openhall.item.Applicant;

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
 * @param partyKind what kind of person in law the applicant is
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
        Applicant.Kind partyKind,
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
        Objects.requireNonNull(partyKind, "partyKind");
        openSteps = List.copyOf(openSteps);
    }

    /**
     * The case as lists and whoever did not sign in may see it. Whoever filed for somebody else counts as a person.
     *
     * @return with the names of people masked
     */
    public CaseHead masked() {
        Applicant.Kind filer = filedBy.equals(partyName) ? partyKind : Applicant.Kind.NATURAL;
        return new CaseHead(
                id,
                number,
                item,
                itemName,
                implementation,
                version,
                state,
                partyKind,
                Masking.name(partyKind, partyName),
                Masking.name(filer, filedBy),
                department,
                region,
                filedAt,
                due,
                endedAt,
                openSteps);
    }

    /** Keeps personal data out of logs. */
    @Override
    public String toString() {
        return "CaseHead[" + number + "]";
    }
}
