package org.openhall.catalogue.internal.testing;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.openhall.api.users.Account;
import org.openhall.api.users.AccountKind;
import org.openhall.api.users.Accounts;
import org.openhall.api.users.Post;
import org.openhall.api.users.Posts;

/** The administrators of the tests. */
public final class Staff {

    private final Map<Long, Account> administrators = new ConcurrentHashMap<>();

    /** From now on an account administers these departments. */
    public void administrates(long account, String name, String... departments) {
        List<Post> posts = Stream.of(departments)
                .map(department -> new Post(Posts.ADMINISTRATE, department, "110000"))
                .toList();
        administrators.put(account, new Account(account, name, AccountKind.ADMINISTRATOR, name, "", false, posts));
    }

    /** From now on there is no such account. */
    public void leaves(long account) {
        administrators.remove(account);
    }

    Accounts accounts() {
        return (Accounts) Proxy.newProxyInstance(
                Accounts.class.getClassLoader(), new Class<?>[] {Accounts.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("find")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    return Optional.ofNullable(administrators.get((Long) arguments[0]));
                });
    }
}
