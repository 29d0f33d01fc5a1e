package org.openhall.cases.internal;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import org.openhall.api.users.Account;
import org.openhall.api.users.Accounts;
import org.openhall.api.users.Party;

/** What the hall already has, by the names that forms use. */
final class KnownValues {

    private final Accounts accounts;

    KnownValues(Accounts accounts) {
        this.accounts = accounts;
    }

    Map<String, String> of(long account, long party) {
        return of(
                accounts.find(account).orElseThrow(NoSuchElementException::new),
                accounts.party(party).orElseThrow(NoSuchElementException::new));
    }

    static Map<String, String> of(Account account, Party party) {
        Map<String, String> known = new LinkedHashMap<>();
        known.put("party.name", party.name());
        known.put("party.idNumber", party.idNumber());
        known.put("party.idType", party.idType().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        known.put("party.legalRepresentative", party.legalRepresentative());
        known.put("party.phone", party.phone());
        known.put("account.name", account.name());
        known.put("account.phone", account.phone());
        known.values().removeIf(String::isEmpty);
        return known;
    }
}
