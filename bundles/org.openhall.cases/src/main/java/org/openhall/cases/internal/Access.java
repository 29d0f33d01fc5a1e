package org.openhall.cases.internal;

import org.openhall.api.cases.CaseFile.Task;
import org.openhall.api.users.Account;
import org.openhall.api.users.Post;

/** Who may do what with a task. */
final class Access {

    private Access() {}

    /** Whether the task is of a post of this official: post, department and region. */
    static boolean may(Account official, Task task) {
        return official.official() && official.holds(new Post(task.post(), task.department(), task.region()));
    }

    /** Whether the task waits and nobody else has taken it. */
    static boolean free(Account official, Task task) {
        return task.open() && task.claimant().map(id -> id == official.id()).orElse(true);
    }
}
