package org.openhall.api.users;

import java.util.List;
import java.util.Objects;

/**
 * Somebody who signs in.
 *
 * @param id never reused
 * @param username as typed at registration, compared without case
 * @param kind what the account is for
 * @param name shown to others
 * @param phone contact number; may be empty for officials
 * @param mustChangePassword while true, only changing the password works
 * @param posts what an official or administrator may do, without any nothing; empty for others
 */
public record Account(
        long id,
        String username,
        AccountKind kind,
        String name,
        String phone,
        boolean mustChangePassword,
        List<Post> posts) {

    public Account {
        Objects.requireNonNull(username, "username");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(phone, "phone");
        posts = List.copyOf(posts);
    }

    /**
     * Whether the account works at the desk.
     *
     * @return true for officials
     */
    public boolean official() {
        return kind == AccountKind.OFFICIAL;
    }

    /**
     * Whether the account holds a post.
     *
     * @param post the post, with department and region
     * @return true when it does
     */
    public boolean holds(Post post) {
        return posts.contains(post);
    }

    /** Keeps personal data out of logs. */
    @Override
    public String toString() {
        return "Account[" + id + ", " + kind + "]";
    }
}
