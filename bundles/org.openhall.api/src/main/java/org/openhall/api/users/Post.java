package org.openhall.api.users;

import java.util.Objects;

/**
 * A post (岗位) held by an official: what he may do, for which department, in which region.
 *
 * @param post one of {@link Posts}
 * @param department the department's code; "" with {@link Posts#HALL} only
 * @param region the region's code (GB/T 2260); "" with {@link Posts#HALL} only
 */
public record Post(String post, String department, String region) {

    public Post {
        Objects.requireNonNull(post, "post");
        Objects.requireNonNull(department, "department");
        Objects.requireNonNull(region, "region");
    }

    /**
     * The post of whoever administers the whole hall.
     *
     * @return the only one of its kind
     */
    public static Post ofHall() {
        return new Post(Posts.HALL, "", "");
    }
}
