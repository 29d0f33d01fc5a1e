package org.openhall.cases.internal;

import org.openhall.api.cases.CaseHead;
import org.openhall.item.Applicant;

/**
 * A case as stored, without its answers.
 *
 * @param head what everybody sees
 * @param queryCode to follow it without signing in
 * @param line major.minor it stays on
 * @param account who filed
 * @param party for whom
 * @param applicant the party as it was when it was filed
 * @param phone of the party
 * @param clock its ledger
 */
record CaseRow(
        CaseHead head,
        String queryCode,
        String line,
        long account,
        long party,
        Applicant applicant,
        String phone,
        Ledger clock) {

    long id() {
        return head.id();
    }

    /** Keeps personal data out of logs. */
    @Override
    public String toString() {
        return "CaseRow[" + head.number() + "]";
    }
}
