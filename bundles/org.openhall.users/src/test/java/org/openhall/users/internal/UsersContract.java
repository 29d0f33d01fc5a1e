package org.openhall.users.internal;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.openhall.api.users.Accounts;

/** What is seen of a hall's people, on each database alike. */
abstract class UsersContract {

    final TestUsers users = users();

    abstract TestUsers users();

    @AfterEach
    void close() {
        users.close();
    }

    /** What was refused, as {@code /pointer code}; empty when nothing was. */
    static List<String> codes(Accounts.Result result) {
        return result instanceof Accounts.Refused refused
                ? refused.problems().stream()
                        .map(p -> p.pointer() + " " + p.code())
                        .toList()
                : List.of();
    }

    /** What stands in the only row. */
    String one(String select) {
        return users.storage
                .transactions()
                .read(() -> users.storage
                        .database()
                        .handle()
                        .createQuery(select)
                        .mapTo(String.class)
                        .one());
    }

    int count(String table) {
        return Integer.parseInt(one("select count(*) from " + table));
    }
}
