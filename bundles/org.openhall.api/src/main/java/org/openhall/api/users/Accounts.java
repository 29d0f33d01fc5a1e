package org.openhall.api.users;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openhall.api.forms.Problem;
import org.osgi.annotation.versioning.ProviderType;

/** The accounts of the hall and the parties they act for. Safe for many threads. */
@ProviderType
public interface Accounts {

    /** What became of a registration or a change of password. */
    sealed interface Result permits Done, Refused {}

    /**
     * It is stored.
     *
     * @param account as it is now
     */
    record Done(Account account) implements Result {}

    /**
     * Nothing was stored.
     *
     * @param problems pointers name the field ("/username"); the codes: "required", "format",
     *     "too-long", "check-digit", "taken", "weak-short", "weak-common", "weak-name", "same", "wrong", "throttled"
     */
    record Refused(List<Problem> problems) implements Result {}

    /**
     * Registers an account, its party and its mandate.
     *
     * @param registration what was typed
     * @param address the client's network address, for throttling; "" for the hall itself, which is not throttled
     * @return done, or why not; the problem "throttled" when too many registered from this address within the last hour
     */
    Result register(Registration registration, String address);

    /**
     * Makes an account for a member of staff. It carries a one-time password.
     *
     * @param username 4–32 characters
     * @param kind {@link AccountKind#OFFICIAL} or {@link AccountKind#ADMINISTRATOR}
     * @param name shown to others
     * @param password the first password
     * @param mustChange whether it must be changed at the first sign-in
     * @param posts what he may do
     * @return done, or why not
     */
    Result employ(
            String username, AccountKind kind, String name, String password, boolean mustChange, List<Post> posts);

    /**
     * Changes a password and ends all other sessions of the account.
     *
     * @param account whose
     * @param oldPassword as it is now
     * @param newPassword what it shall be
     * @param token of the session that goes on; "" to end them all
     * @return done, or why not: "/old" wrong or throttled, "/new" weak or the same
     */
    Result changePassword(long account, String oldPassword, String newPassword, String token);

    /**
     * Fewest characters of a new password, for the hint beside its field.
     *
     * @return at least 8
     */
    int passwordLength();

    /**
     * Whether anybody has an account.
     *
     * @return false in a hall that nobody has used yet
     */
    boolean any();

    /**
     * Finds an account.
     *
     * @param id the account's id
     * @return empty when there is none
     */
    Optional<Account> find(long id);

    /**
     * Names for showing who did what, in one query.
     *
     * @param ids at most 500 account ids
     * @return names by id; unknown ids are left out
     */
    Map<Long, String> names(Set<Long> ids);

    /**
     * For whom an account may act, its own party first.
     *
     * @param account the account's id
     * @return at most 100 mandates
     */
    List<Mandate> mandates(long account);

    /**
     * Finds a party.
     *
     * @param id the party's id
     * @return empty when there is none
     */
    Optional<Party> party(long id);
}
