package org.openhall.cases.internal;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openhall.api.cases.CaseFile;
import org.openhall.api.cases.CaseHead;
import org.openhall.api.cases.Cases;
import org.openhall.api.catalogue.Catalogue;
import org.openhall.api.json.Json;
import org.openhall.api.materials.Materials;
import org.openhall.api.paging.Page;
import org.openhall.api.storage.Transactions;
import org.openhall.api.users.Account;
import org.openhall.api.users.Accounts;
import org.openhall.api.users.Mandate;
import org.openhall.api.users.Party;
import org.openhall.storage.Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Cases for their applicants, and progress for whoever has number and code. */
@Component(configurationPid = "org.openhall.cases.progress")
public final class JdbcCases implements Cases {

    /** Settings read from {@code config/org.openhall.cases.progress.cfg}. */
    public @interface Config {
        /** So many wrong tries from one address are allowed … */
        int tries() default 10;

        /** … within so many minutes. */
        int minutes() default 15;
    }

    private final Transactions transactions;
    private final CaseTable cases;
    private final CaseReader reader;
    private final Accounts accounts;
    private final ProgressDesk progress;

    @Activate
    public JdbcCases(
            @Reference Transactions transactions,
            @Reference Database database,
            @Reference Json json,
            @Reference Catalogue catalogue,
            @Reference Accounts accounts,
            @Reference Materials materials,
            @Reference HallCalendar calendar,
            @Reference Clock clock,
            Config config) {
        this(
                transactions,
                database,
                json,
                catalogue,
                accounts,
                materials,
                calendar,
                clock,
                config.tries(),
                config.minutes());
    }

    JdbcCases(
            Transactions transactions,
            Database database,
            Json json,
            Catalogue catalogue,
            Accounts accounts,
            Materials materials,
            HallCalendar calendar,
            Clock clock,
            int tries,
            int minutes) {
        CaseTables tables = CaseTables.in(database, json);
        this.transactions = transactions;
        this.cases = tables.cases();
        this.reader = new CaseReader(tables, materials, accounts, calendar, clock, catalogue);
        this.accounts = accounts;
        this.progress = new ProgressDesk(
                transactions,
                tables,
                new FailureTable(database),
                calendar,
                clock,
                new Waits(catalogue),
                new Throttle(tries, minutes));
    }

    @Override
    public Page<CaseHead> list(Account by, int limit, Optional<String> after) {
        int most = Position.limit(limit);
        long before = after.map(JdbcCases::number).orElse(Long.MAX_VALUE);
        Set<Long> parties = parties(by);
        List<CaseHead> found = transactions.glance(() -> cases.of(by.id(), parties, before, most + 1));
        return Position.page(found, most, last -> Long.toString(last.id()));
    }

    @Override
    public Optional<CaseFile> find(String number, Account by) {
        Set<Long> parties = parties(by);
        return transactions.read(() ->
                cases.byNumber(number).filter(row -> sees(row, by, parties)).map(reader::forApplicants));
    }

    @Override
    public Optional<String> queryCode(String number, Account by) {
        Set<Long> parties = parties(by);
        return transactions
                .glance(() -> cases.byNumber(number))
                .filter(row -> sees(row, by, parties))
                .map(CaseRow::queryCode);
    }

    @Override
    public Asked progress(String number, String queryCode, String address) {
        return progress.ask(number, queryCode, address);
    }

    private static boolean sees(CaseRow row, Account by, Set<Long> parties) {
        return row.account() == by.id() || parties.contains(row.party());
    }

    // Anybody can claim to be somebody: only of verified parties are cases seen that others filed.
    private Set<Long> parties(Account by) {
        return accounts.mandates(by.id()).stream()
                .map(Mandate::party)
                .filter(Party::verified)
                .map(Party::id)
                .collect(Collectors.toSet());
    }

    private static long number(String after) {
        try {
            return Long.parseLong(after);
        } catch (NumberFormatException noPosition) {
            throw new IllegalArgumentException("Not a position in this list: " + after, noPosition);
        }
    }
}
