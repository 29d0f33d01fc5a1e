package org.openhall.api.catalogue;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openhall.api.users.Account;
import org.openhall.api.users.AccountKind;
import org.openhall.api.users.Post;
import org.openhall.api.users.Posts;

/**
 * Who acts on deployed items, for the rights and for the record.
 *
 * @param account id of the account; empty when no account acts
 * @param name shown in the record: a way, such as "deploy" or "command", or the account's name, which is given its number when it is the
 *     name of a way; 1–200 characters
 * @param departments codes of the departments whose items he may touch; empty when all
 */
public record Operator(Optional<Long> account, String name, Optional<Set<String>> departments) {

    private static final Set<String> WAYS = Set.of("shipped", "deploy", "command", "hall");

    public Operator {
        Objects.requireNonNull(account, "account");
        if (name.isBlank() || name.length() > 200) {
            throw new IllegalArgumentException("An operator has a name of at most 200 characters");
        }
        if (account.isPresent() && WAYS.contains(name.strip())) {
            // nobody is to be taken for a way because he is called like it
            name = name.strip() + " #" + account.get();
        }
        departments = departments.map(Set::copyOf);
    }

    /**
     * The hall itself, or somebody who has its machine.
     *
     * @param way by which he acts: "shipped", "deploy", "command", "hall"
     * @return may touch every item
     */
    public static Operator way(String way) {
        return new Operator(Optional.empty(), way, Optional.empty());
    }

    /**
     * An administrator with what he may touch: with the post {@link Posts#HALL} all items, with others those of their departments, without
     * any none.
     *
     * @param account as it is now
     * @return empty when the account is not an administrator's
     */
    public static Optional<Operator> of(Account account) {
        if (account.kind() != AccountKind.ADMINISTRATOR) {
            return Optional.empty();
        }
        Set<String> departments = account.posts().stream()
                .filter(post -> post.post().equals(Posts.ADMINISTRATE))
                .map(Post::department)
                .collect(Collectors.toSet());
        return Optional.of(new Operator(
                Optional.of(account.id()),
                account.name(),
                account.holds(Post.ofHall()) ? Optional.empty() : Optional.of(departments)));
    }

    /**
     * Whether an item may be touched.
     *
     * @param responsible codes of all departments that offer the item; an item nobody offers is the hall administrators' alone
     * @return true when it may
     */
    public boolean may(Set<String> responsible) {
        return departments.isEmpty()
                || !responsible.isEmpty() && departments.get().containsAll(responsible);
    }
}
