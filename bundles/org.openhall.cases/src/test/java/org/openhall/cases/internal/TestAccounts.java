package org.openhall.cases.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openhall.api.users.Account;
import org.openhall.api.users.AccountKind;
import org.openhall.api.users.Accounts;
import org.openhall.api.users.IdType;
import org.openhall.api.users.Mandate;
import org.openhall.api.users.Party;
import org.openhall.api.users.Post;
import org.openhall.api.users.Registration;
import org.openhall.item.Applicant;

/** Citizens, each with a party of the same id, and officials. */
final class TestAccounts implements Accounts {

    private final Map<Long, Account> accounts = new HashMap<>();
    private final Map<Long, Party> parties = new HashMap<>();
    private final List<Mandate> mandates = new ArrayList<>();

    Account citizen(String name, boolean verified) {
        long id = accounts.size() + 1L;
        Account account = new Account(id, "user" + id, AccountKind.PERSON, name, "13800000000", false, List.of());
        accounts.put(id, account);
        Party party = new Party(
                id,
                Applicant.Kind.NATURAL,
                name,
                IdType.RESIDENT_ID,
                "11010519491231002X",
                "",
                "13800000000",
                verified);
        parties.put(id, party);
        mandates.add(new Mandate(id, party, Mandate.Kind.OWN));
        return account;
    }

    Account official(String name, Post... posts) {
        long id = accounts.size() + 1L;
        Account account = new Account(id, "user" + id, AccountKind.OFFICIAL, name, "", false, List.of(posts));
        accounts.put(id, account);
        return account;
    }

    void mandate(Account account, long party) {
        mandates.add(new Mandate(account.id(), parties.get(party), Mandate.Kind.AGENT));
    }

    void endMandates(Account account) {
        mandates.removeIf(mandate -> mandate.account() == account.id());
    }

    @Override
    public int passwordLength() {
        return 10;
    }

    @Override
    public boolean any() {
        return !accounts.isEmpty();
    }

    @Override
    public Optional<Account> find(long id) {
        return Optional.ofNullable(accounts.get(id));
    }

    @Override
    public Map<Long, String> names(Set<Long> ids) {
        return ids.stream()
                .filter(accounts::containsKey)
                .collect(Collectors.toMap(id -> id, id -> accounts.get(id).name()));
    }

    @Override
    public List<Mandate> mandates(long account) {
        return mandates.stream().filter(mandate -> mandate.account() == account).toList();
    }

    @Override
    public Optional<Party> party(long id) {
        return Optional.ofNullable(parties.get(id));
    }

    @Override
    public Result register(Registration registration, String address) {
        throw new UnsupportedOperationException("No test registers");
    }

    @Override
    public Result employ(
            String username, AccountKind kind, String name, String password, boolean mustChange, List<Post> posts) {
        throw new UnsupportedOperationException("No test employs");
    }

    @Override
    public Result changePassword(long account, String oldPassword, String newPassword, String token) {
        throw new UnsupportedOperationException("No test changes passwords");
    }
}
