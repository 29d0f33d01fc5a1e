package org.openhall.cases.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.openhall.api.cases.CaseFile.CaseFinding;
import org.openhall.api.cases.CaseHead;
import org.openhall.api.cases.CaseState;
import org.openhall.api.cases.Draft;
import org.openhall.api.cases.Filing.Accepted;
import org.openhall.api.catalogue.Catalogue.Checked;
import org.openhall.api.catalogue.Implementation;
import org.openhall.api.materials.Materials;
import org.openhall.api.materials.StoredMaterial;
import org.openhall.api.storage.RequestKey;
import org.openhall.api.storage.Requests;
import org.openhall.api.users.Account;
import org.openhall.cases.internal.ClockEntry.Kind;

/** Makes a case of a prepared draft. */
final class CaseOpening {

    private final CaseTables tables;
    private final DraftTable drafts;
    private final Materials materials;
    private final Requests requests;
    private final Procedure procedure;
    private final Clock clock;
    private final QueryCodes codes = new QueryCodes();

    CaseOpening(
            CaseTables tables,
            DraftTable drafts,
            Materials materials,
            Requests requests,
            Procedure procedure,
            Clock clock) {
        this.tables = tables;
        this.drafts = drafts;
        this.materials = materials;
        this.requests = requests;
        this.procedure = procedure;
        this.clock = clock;
    }

    /** The receipt of a draft that was filed before. */
    Accepted again(String number, Optional<RequestKey> request) {
        return requests.once(request, () -> receipt(number), Accepted::number, this::receipt);
    }

    /**
     * Writes everything, in one transaction.
     *
     * @throws Changed when draft or files are not what was prepared; nothing is written then
     */
    Accepted open(
            Prepared prepared,
            Implementation implementation,
            Checked checked,
            Account by,
            Optional<RequestKey> request) {
        return requests.once(
                request, () -> unlessFiled(prepared, implementation, checked, by), Accepted::number, this::receipt);
    }

    private Accepted unlessFiled(Prepared prepared, Implementation implementation, Checked checked, Account by) {
        String number = number(prepared.application().filedAt());
        // From here on nobody else changes or files it.
        return drafts.filed(prepared.draft(), number)
                ? write(prepared, implementation, checked, by, number)
                : receipt(elsewhere(prepared.draft(), by));
    }

    /** As what somebody faster filed a draft. */
    private String elsewhere(Draft draft, Account by) {
        return drafts.find(draft.id(), by.id())
                .orElseThrow(NoSuchElementException::new)
                .filedAs()
                .orElseThrow(Changed::new);
    }

    private Accepted write(
            Prepared prepared, Implementation implementation, Checked checked, Account by, String number) {
        CaseHead head = head(prepared, implementation, checked, by, 0, number);
        Ledger ledger = Ledger.begun(prepared.limit(implementation), Kind.SET, head.filedAt());
        CaseRow row = new CaseRow(
                head,
                codes.next(),
                checked.version().line(),
                by.id(),
                prepared.party().id(),
                prepared.application().applicant(),
                prepared.party().phone(),
                ledger);
        long id = tables.cases().insert(row, prepared.draft().id());
        tables.answers().add(id, prepared.application().answers());
        prepared.forgotten().forEach(file -> materials.remove(prepared.draft().id(), file.id()));
        List<StoredMaterial> given = materials.handOver(prepared.draft().id(), id);
        if (!given.equals(prepared.asked())) {
            throw new Changed();
        }
        tables.findings().add(id, findings(checked));
        procedure.begin(
                head(prepared, implementation, checked, by, id, number),
                prepared.version().definition(),
                ledger,
                Actor.of(by.id(), by.name(), ""),
                checked.version());
        return new Accepted(number, row.queryCode(), head.filedAt());
    }

    private static CaseHead head(
            Prepared prepared, Implementation implementation, Checked checked, Account by, long id, String number) {
        return new CaseHead(
                id,
                number,
                prepared.draft().item(),
                implementation.name(),
                implementation.code(),
                checked.version(),
                CaseState.SUBMITTED,
                prepared.party().kind(),
                prepared.party().name(),
                by.name(),
                implementation.departmentCode(),
                implementation.regionCode(),
                prepared.application().filedAt(),
                Optional.empty(),
                Optional.empty(),
                new Steps(prepared.version().definition()).first());
    }

    private String number(Instant at) {
        String day = DateTimeFormatter.BASIC_ISO_DATE.format(
                at.atZone(clock.getZone()).toLocalDate());
        return String.format("%s-%06d", day, tables.cases().nextNumber());
    }

    private static List<CaseFinding> findings(Checked checked) {
        List<CaseFinding> findings = new ArrayList<>();
        checked.findings()
                .forEach(finding ->
                        findings.add(new CaseFinding("", finding.pointer(), finding.message(), finding.arguments())));
        checked.unchecked().forEach(rule -> findings.add(new CaseFinding(rule, "", "", List.of())));
        return findings;
    }

    private Accepted receipt(String number) {
        CaseRow row = tables.cases().byNumber(number).orElseThrow();
        return new Accepted(number, row.queryCode(), row.head().filedAt());
    }

    /** The draft or its files were changed while they were checked. */
    static final class Changed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Changed() {
            super("The draft was changed while it was checked", null, false, false);
        }
    }
}
