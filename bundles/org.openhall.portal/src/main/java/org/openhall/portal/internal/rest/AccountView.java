package org.openhall.portal.internal.rest;

import java.util.List;
import java.util.Locale;
import org.openhall.api.users.Account;
import org.openhall.api.users.Post;

/** An account as its owner sees it. */
public record AccountView(long id, String username, String kind, String name, List<Post> posts) {

    static AccountView of(Account account) {
        return new AccountView(
                account.id(),
                account.username(),
                account.kind().name().toLowerCase(Locale.ROOT),
                account.name(),
                account.posts());
    }
}
